import type { EpisodeAnswer } from '../../api/deviations';
import { MOST_MISSING_MINUTES } from '../../domain/method';

const BY_A_GAP = `因缺少超过 ${String(MOST_MISSING_MINUTES)} 分钟的数据`;

const WORDS: Readonly<Record<EpisodeAnswer['censored'], string>> = {
  none: '否',
  start: '于时间范围的起点',
  end: '于时间范围的终点',
  both: '于时间范围的两端',
  gap: BY_A_GAP,
  'start-gap': `于时间范围的起点，并${BY_A_GAP}`,
};

export const censoredWords = (censored: EpisodeAnswer['censored']): string => WORDS[censored];
