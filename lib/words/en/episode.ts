import type { EpisodeAnswer } from '../../api/deviations';
import { MOST_MISSING_MINUTES } from '../../domain/method';

const BY_A_GAP = `by more than ${String(MOST_MISSING_MINUTES)} missing minutes`;

const WORDS: Readonly<Record<EpisodeAnswer['censored'], string>> = {
  none: 'no',
  start: 'at the window’s start',
  end: 'at the window’s end',
  both: 'at both ends of the window',
  gap: BY_A_GAP,
  'start-gap': `at the window’s start, and ${BY_A_GAP}`,
};

/** Where an episode is censored, so that it may have been longer or deeper than what was seen. */
export const censoredWords = (censored: EpisodeAnswer['censored']): string => WORDS[censored];
