import type { EpisodeAnswer } from '../../api/deviations';
import { MOST_MISSING_MINUTES } from '../../domain/method';

const BY_A_GAP = `${String(MOST_MISSING_MINUTES)}분이 넘는 누락`;

const WORDS: Readonly<Record<EpisodeAnswer['censored'], string>> = {
  none: '아니요',
  start: '기간의 시작',
  end: '기간의 끝',
  both: '기간의 양끝',
  gap: BY_A_GAP,
  'start-gap': `기간의 시작, ${BY_A_GAP}`,
};

export const censoredWords = (censored: EpisodeAnswer['censored']): string => WORDS[censored];
