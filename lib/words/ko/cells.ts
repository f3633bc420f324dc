import type { Strength } from '../../domain/peers';
import { formatDuration } from './numbers';

export const cells = {
  unknown: '알 수 없음',
  none: '없음',
  never: '없음',
  noEpisode: '괴리 구간 없음',
  noRate: '환산율 없음',
  noTrade: '체결 없음',
  notInWindow: '이 기간 내에는 없음',
  notMeasured: '측정되지 않음',
  notProvided: '제공되지 않음',
} as const;

export function recoveryWords(minutes: number | null): string {
  if (minutes === null) return cells.notInWindow;
  return minutes === 0 ? '같은 분' : formatDuration(minutes);
}

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: '강함', fair: '보통', weak: '약함' };

export const strengthWords = (strength: Strength): string => STRENGTHS[strength];
