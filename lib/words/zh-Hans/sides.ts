import type { Side } from '../../domain/episode';

const WORDS: Readonly<Record<Side, string>> = { below: '低于', above: '高于' };

export const sideWords = (side: Side): string => WORDS[side];
