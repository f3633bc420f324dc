import type { Market } from '../../domain/market';
import { minuteRange, subtract, type Minute, type MinuteRange } from '../../domain/minute';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { closedBefore } from '../paging/page';
import type { PagerOptions } from '../paging/pager';
import { servable } from '../paging/servable';
import { missingOf, type Missing, type NoteMissing } from '../record/missing';
import { Broken, Silent, Walk } from './walk';

/** So many pages are recorded together: about ten thousand trades, seconds of asking. */
const PAGES_A_BATCH = 10;

type WalkEnd =
  | { readonly kind: 'whole' | 'stopped' }
  | { readonly kind: 'broken'; readonly cause: string; readonly isSilent: boolean };

/** Walks one range. Gives how it ended; what it got is handed over whatever happens. */
async function walkOn(walk: Walk, options: PagerOptions): Promise<WalkEnd> {
  try {
    await walk.start();
    for (let pages = 1; !walk.beyond; pages += 1) {
      if (options.signal?.aborted === true) return { kind: 'stopped' };
      if (!(await walk.next())) {
        await walk.flush(Math.min(walk.heard, closedBefore(options.connection.clockMs())) as Minute);
        return { kind: 'whole' };
      }
      if (pages % PAGES_A_BATCH === 0) await walk.flush(walk.whole);
    }
    return { kind: 'whole' };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', cause: error.message, isSilent: error instanceof Silent };
    throw error;
  } finally {
    await walk.flush(walk.whole);
  }
}

/**
 * Brings in what the ledger does not have of a market's range by building candles from the venue's public trades. A minute is
 * answered only where the pages provably cover it whole: a trade lies before it and one in it or beyond it, and none is
 * missing between two pages (see `TradeFacts.link`). Recorded in batches; the next run goes on where this one ended. Gives what
 * could not be had. Rejects with a `VenueError` when the venue stops answering.
 */
export async function bringInTrades(
  market: Market,
  range: MinuteRange,
  options: PagerOptions,
): Promise<readonly Missing[]> {
  const { connection, writer, source, again = false } = options;
  const facts = connection.capability.trades;
  if (facts === undefined) throw new RangeError(`${market.venue} serves no trades`);
  const { missing, note } = missingOf(market, source);
  const pending = again ? [range] : subtract(range, await writer.ledger.answered(market, source, range));
  for (const part of pending) {
    const { within, older, open } = servable(part, connection.clockMs(), facts.depthMinutes);
    if (older !== undefined && facts.depthMinutes !== undefined)
      note(older, gapWords.shortTrades(facts.depthMinutes), mend.import, 'not-served');
    if (open !== undefined) note(open, gapWords.open, mend.later, 'not-served');
    if (within === undefined) continue;
    const walk = new Walk(market, within, facts, options, note);
    const end = await walkOn(walk, options);
    if (walk.unproven?.isSilent === true) note(walk.unproven.range, gapWords.noEarlierTrade, mend.repair, 'silent');
    else if (walk.unproven !== undefined) note(walk.unproven.range, gapWords.unproven, mend.laterOrImport, 'failed');
    if (walk.from < within.to) noteLeft(minuteRange(walk.from, within.to), end, note);
  }
  return missing;
}

/** Notes what a walk did not reach, and why. */
function noteLeft(left: MinuteRange, end: WalkEnd, note: NoteMissing): void {
  switch (end.kind) {
    case 'whole':
      note(left, gapWords.noLaterTrade, mend.repair, 'silent');
      return;
    case 'broken':
      note(
        left,
        gapWords.nothingBuilt(end.cause),
        end.isSilent ? mend.repair : mend.laterOrImport,
        end.isSilent ? 'silent' : 'failed',
      );
      return;
    case 'stopped':
      note(left, gapWords.stopped, mend.later, 'stopped');
  }
}
