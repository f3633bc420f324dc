import type { Side } from '../../domain/episode';

const WORDS: Readonly<Record<Side, string>> = { below: '低於', above: '高於' };

export const sideWords = (side: Side): string => WORDS[side];
