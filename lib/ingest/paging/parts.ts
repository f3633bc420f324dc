import type { Market, Source } from '../../domain/market';
import { minuteRange, minutesIn, plus, subtract, type MinuteRange } from '../../domain/minute';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import type { NoteMissing } from '../record/missing';
import type { Writer } from '../record/writer';
import type { VenueConnection } from '../venue/connect';
import { servable } from './servable';

/** How a range is shared with another process at work on it. */
export interface Sharing {
  readonly writer: Writer;
  /** Ask for everything, answered or not. */
  readonly again?: boolean;
  /** Uniform in [0, 1): where to go on when another process works on the same range. */
  readonly random?: () => number;
}

/** Of what venue a range is asked, and what becomes of what it serves no more. */
export interface Served {
  readonly connection: VenueConnection;
  /** Called with the parts older than the candle history, where another road serves them; absent: they are missing. */
  readonly olderElsewhere?: (part: MinuteRange, depthMinutes: number) => void;
}

/** What is left of the ranges when another process has answered some meanwhile. */
export async function unansweredOf(
  market: Market,
  pending: readonly MinuteRange[],
  { writer, source }: { readonly writer: Writer; readonly source: Source },
): Promise<readonly MinuteRange[]> {
  const left: MinuteRange[] = [];
  for (const part of pending) left.push(...subtract(part, await writer.ledger.answered(market, source, part)));
  return left;
}

/** The range to go on with: from its start, or, in company, from a page of its own choosing, so that two share the work. */
export function nextPart(pending: MinuteRange[], rows: number, options: Sharing): MinuteRange | undefined {
  const part = pending.shift();
  if (part === undefined || !options.writer.company || options.random === undefined || options.again === true)
    return part;
  const pages = Math.ceil(minutesIn(part) / rows);
  const from = plus(part.from, rows * Math.floor(options.random() * pages));
  if (from > part.from) pending.push(minuteRange(part.from, from));
  return minuteRange(from, part.to);
}

/** The part of a range that the venue serves now; notes what it does not: too old, or not closed yet. */
export function servedPart(
  market: Market,
  part: MinuteRange,
  { connection, olderElsewhere }: Served,
  note: NoteMissing,
): MinuteRange | undefined {
  const { depthMinutes } = connection.rules(market);
  const { within, older, open } = servable(part, connection.clockMs(), depthMinutes);
  if (older !== undefined && depthMinutes !== undefined) {
    if (olderElsewhere === undefined) note(older, gapWords.shortHistory(depthMinutes), mend.older, 'not-served');
    else olderElsewhere(older, depthMinutes);
  }
  if (open !== undefined) note(open, gapWords.open, mend.later, 'not-served');
  return within;
}
