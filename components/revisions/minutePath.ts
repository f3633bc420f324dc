import { parseInstant, type Instant } from '@/lib/domain/instant';
import type { Asset } from '@/lib/domain/market';
import { clampedMinute, minuteRange, parseMinute, parseRange, plus } from '@/lib/domain/minute';
import { defaultQuestion } from '@/lib/domain/question';
import { viewPath } from '@/lib/permalink/view';
import { promised } from '@/lib/domain/unit';

/** Half an hour to each side of a minute. */
const AROUND = 30;

/** The page of a minute, as known at the moment named. */
export function minutePath(asset: string, iso: string, asOf: string | null): string {
  const minute = promised(parseMinute(iso));
  const range = minuteRange(clampedMinute(minute - AROUND), plus(minute, AROUND + 1));
  return viewPath({
    question: { ...defaultQuestion(asset as Asset, range), asOf: instantOf(asOf) },
    minute,
    scale: 'auto',
    focus: undefined,
    lines: [],
  });
}

/** The minutes that a longer candle spans, half-open, as known at the moment named. */
export const spanPath = (asset: string, from: string, to: string, asOf: string | null): string =>
  viewPath({
    question: { ...defaultQuestion(asset as Asset, promised(parseRange(from, to))), asOf: instantOf(asOf) },
    minute: undefined,
    scale: 'auto',
    focus: undefined,
    lines: [],
  });

/** The moment as of which an answer is; undefined: now. */
export const instantOf = (iso: string | null): Instant | undefined =>
  iso === null ? undefined : promised(parseInstant(iso));
