import type { EpisodeAnswer } from '../../api/deviations';
import { MOST_MISSING_MINUTES } from '../../domain/method';

const BY_A_GAP = `因缺少超過 ${String(MOST_MISSING_MINUTES)} 分鐘的資料`;

const WORDS: Readonly<Record<EpisodeAnswer['censored'], string>> = {
  none: '否',
  start: '於時間範圍的起點',
  end: '於時間範圍的終點',
  both: '於時間範圍的兩端',
  gap: BY_A_GAP,
  'start-gap': `於時間範圍的起點，並${BY_A_GAP}`,
};

export const censoredWords = (censored: EpisodeAnswer['censored']): string => WORDS[censored];
