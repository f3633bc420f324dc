import type { Side } from '../../domain/episode';

const WORDS: Readonly<Record<Side, string>> = { below: 'below', above: 'above' };

/** On which side of its reference a price lies. */
export const sideWords = (side: Side): string => WORDS[side];
