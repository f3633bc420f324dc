import type { Pace } from '../../api/pace';

/** `42 s`, `4 min`, `3 h`, `2 d`: rounded up, in one unit: an estimate has no more digits. */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  if (seconds < 90 * 60) return `${String(Math.ceil(seconds / 60))} min`;
  return seconds < 36 * 3_600 ? `${String(Math.ceil(seconds / 3_600))} h` : `${String(Math.ceil(seconds / 86_400))} d`;
}

/** `1,234 candles/s, about 5 min left`; empty where nothing is known. */
export function paceWords({ perSecond, etaSeconds }: Pace): string {
  const rate = perSecond === undefined ? [] : [`${Math.round(perSecond).toLocaleString('en')} candles/s`];
  const left = etaSeconds === undefined || etaSeconds === 0 ? [] : [`about ${roughly(etaSeconds)} left`];
  return [...rate, ...left].join(', ');
}
