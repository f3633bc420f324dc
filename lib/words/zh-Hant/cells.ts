import type { Strength } from '../../domain/peers';
import { formatDuration } from './numbers';

export const cells = {
  unknown: '未知',
  none: '無',
  never: '從未',
  noEpisode: '無偏離時段',
  noRate: '無匯率',
  noTrade: '無成交',
  notInWindow: '不在此時間範圍內',
  notMeasured: '未測得',
  notProvided: '未提供',
} as const;

export function recoveryWords(minutes: number | null): string {
  if (minutes === null) return cells.notInWindow;
  return minutes === 0 ? '同一分鐘' : formatDuration(minutes);
}

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: '強', fair: '中', weak: '弱' };

export const strengthWords = (strength: Strength): string => STRENGTHS[strength];
