import type { Side } from '../../domain/episode';

const WORDS: Readonly<Record<Side, string>> = { below: '하회', above: '상회' };

export const sideWords = (side: Side): string => WORDS[side];
