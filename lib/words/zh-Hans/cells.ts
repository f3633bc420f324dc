import type { Strength } from '../../domain/peers';
import { formatDuration } from './numbers';

export const cells = {
  unknown: '未知',
  none: '无',
  never: '从未',
  noEpisode: '无偏离时段',
  noRate: '无汇率',
  noTrade: '无成交',
  notInWindow: '不在此时间范围内',
  notMeasured: '未测得',
  notProvided: '未提供',
} as const;

export function recoveryWords(minutes: number | null): string {
  if (minutes === null) return cells.notInWindow;
  return minutes === 0 ? '同一分钟' : formatDuration(minutes);
}

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: '强', fair: '中', weak: '弱' };

export const strengthWords = (strength: Strength): string => STRENGTHS[strength];
