import type { Candle } from '../domain/candle';
import type { MinuteRange } from '../domain/minute';
import { chance, streamOf } from './chance';
import type { ContentFault } from './faults';
import type { CandlePage } from './profile';

/** The page a venue with this fault would serve: only faults about the range change it. */
export function misreadPage(page: CandlePage, fault: ContentFault | undefined): CandlePage {
  if (fault?.kind === 'wrong-range') return { ...page, from: undefined, to: undefined, keep: 'newest' };
  if (fault?.kind === 'unclosed-last') return { ...page, servesForming: true };
  return page;
}

/** A fixed shuffle (Fisher and Yates), so that a failing run can be repeated. */
function shuffled(rows: readonly Candle[]): readonly Candle[] {
  const out = [...rows];
  const stream = streamOf(1, 'shuffle');
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance(stream, i) * (i + 1));
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}

/** The rows in the order they are written, with a fault in them. */
export function spoilt(rows: readonly Candle[], fault: ContentFault | undefined): readonly Candle[] {
  switch (fault?.kind) {
    case 'shuffled':
      return shuffled(rows);
    case 'duplicated':
      return rows.flatMap((row) => [row, row]);
    case 'broken-row':
      // Above the high too, so that no reading of the row is right.
      return rows.map((row, i) => (i === Math.floor(rows.length / 2) ? { ...row, low: row.high * 2 } : row));
    case 'edited-candle':
      return rows.map((row) =>
        row.minute === fault.minute ? { ...row, low: row.low * fault.factor, close: row.close * fault.factor } : row,
      );
    default:
      return rows;
  }
}

/** Whether a request for a page touches some minutes, its row limit heeded. */
function touches({ from, to, limit, span }: CandlePage, minutes: MinuteRange): boolean {
  const longest = limit * (span?.minutes ?? 1);
  const end = to ?? (from === undefined ? Infinity : from + longest);
  const start = from ?? (to === undefined ? -Infinity : to - longest);
  return start < minutes.to && end > minutes.from;
}

/** The rows of a page, or none where a fault silences it. */
export const unlessEmpty = (
  rows: readonly Candle[],
  page: CandlePage,
  fault: ContentFault | undefined,
): readonly Candle[] => (fault?.kind === 'empty' && (fault.of === undefined || touches(page, fault.of)) ? [] : rows);

/** The rows without their volumes and counts (NaN), where a fault takes them. */
export const unlessUnsaid = (rows: readonly Candle[], fault: ContentFault | undefined): readonly Candle[] =>
  fault?.kind === 'no-volume' ? rows.map((row) => ({ ...row, baseVolume: NaN, quoteVolume: NaN, trades: NaN })) : rows;

/** A reply's text with null for every number that is not one. */
export const withNulls = (body: string): string => body.replace(/"NaN"|\bNaN\b/g, 'null');
