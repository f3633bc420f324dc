import type { EpisodeAnswer } from '../../api/deviations';

const WORDS: Readonly<Record<EpisodeAnswer['censored'], string>> = {
  none: 'no',
  start: 'at the window’s start',
  end: 'at the window’s end',
  both: 'at both ends of the window',
  gap: 'by more than 30 missing minutes',
  'start-gap': 'at the window’s start, and by more than 30 missing minutes',
};

/** Where an episode was cut off, so that it may have been longer or deeper than what was seen. */
export const censoredWords = (censored: EpisodeAnswer['censored']): string => WORDS[censored];
