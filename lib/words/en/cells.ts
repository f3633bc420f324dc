import type { Strength } from '../../domain/peers';
import { formatDuration } from './numbers';

/** In a cell that has no number: why. */
export const cells = {
  unknown: 'unknown',
  none: 'none',
  never: 'never',
  noEpisode: 'no episode',
  noRate: 'no rate',
  noTrade: 'no trade',
  notInWindow: 'not in this window',
  notMeasured: 'not measured',
  notProvided: 'not provided',
} as const;

/** How long after its peak a venue closed near the reference again: whole minutes, 0 within the minute of the peak; null: not yet at the window’s end. */
export function recoveryWords(minutes: number | null): string {
  if (minutes === null) return cells.notInWindow;
  return minutes === 0 ? 'same minute' : formatDuration(minutes);
}

const STRENGTHS: Readonly<Record<Strength, string>> = { strong: 'strong', fair: 'fair', weak: 'weak' };

/** How much a reference of so many peers can be trusted. */
export const strengthWords = (strength: Strength): string => STRENGTHS[strength];
