import type { Market, Source } from '../domain/market';
import { minuteAt, minuteRange, minutesIn, plus, subtract, union, type Minute, type MinuteRange } from '../domain/minute';
import type { Answer, Ledger } from '../domain/observation';
import type { VenueConnection } from './connect';
import { ASK_LATER, IMPORT_INSTEAD, type Missing } from './missing';
import { closedBefore, readPage, type Page, type PageReading } from './page';

/** What a recorded page changed. */
interface PageRecorded {
  readonly minutes: number;
  readonly candles: number;
  readonly quarantined: number;
}

export interface PagerOptions {
  readonly connection: VenueConnection;
  readonly ledger: Ledger;
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  /** Runs a request to the venue, again where that may help. */
  readonly patiently: (ask: () => Promise<Page>) => Promise<Page>;
  readonly recorded: (page: PageRecorded) => void;
}

/**
 * The oldest minute served moves on while we ask: this much is left unasked at the far end. Two minutes, because a reply may
 * take one.
 */
const EDGE_MINUTES = 2;

/** A reply to another question than ours is asked for once more: a cache on the way may have been at fault. */
const ASTRAY_ATTEMPTS = 2;

/** A range cut where the venue's history begins and where its closed minutes end. */
function servable(range: MinuteRange, connection: VenueConnection): { within: MinuteRange | undefined; older: MinuteRange | undefined; open: MinuteRange | undefined } {
  const clockMs = connection.clockMs();
  const { depthMinutes } = connection.capability;
  const oldest = depthMinutes === undefined ? range.from : Math.max(range.from, minuteAt(clockMs) - depthMinutes + 1 + EDGE_MINUTES);
  const from = Math.min(oldest, range.to) as Minute;
  const to = Math.max(from, Math.min(range.to, closedBefore(clockMs))) as Minute;
  const part = (a: Minute, b: Minute): MinuteRange | undefined => (a < b ? minuteRange(a, b) : undefined);
  return { within: part(from, to), older: part(range.from, from), open: part(to, range.to) };
}

/** One answer a run of known minutes: what lies between two of them stays unasked. */
function answersOf(market: Market, source: Source, askedAtMs: number, reading: PageReading): readonly Answer[] {
  if (reading.covered === undefined) return [];
  const unknown = union(reading.unknown.map((at) => minuteRange(at, plus(at, 1))));
  return subtract(reading.covered, unknown).map((asked, index) => {
    const within = (at: Minute | undefined): boolean => (at === undefined ? index === 0 : at >= asked.from && at < asked.to);
    return {
      market, source, asked, askedAtMs, provenance: [],
      candles: reading.candles.filter((candle) => within(candle.minute)),
      quarantined: reading.quarantined.filter((row) => within(row.minute)),
    };
  });
}

/** Asks for one page until the reply answers what was asked, or is astray for the last time. */
async function pageOf(market: Market, asked: MinuteRange, options: PagerOptions): Promise<PageReading> {
  const { connection } = options;
  const { capability } = connection;
  // Where a range already begins at the far end of the history, no minute before it can be asked.
  const since = Math.max(asked.from - capability.leadMinutes, 0) as Minute;
  for (let attempt = 1; ; attempt += 1) {
    const page = await options.patiently(() => connection.page(market, since, asked.to - since));
    const reading = readPage(page, asked, {
      rowsMayPrecede: capability.rowsMayPrecede === true || since < asked.from, lastRowUnsettled: capability.lastRowUnsettled === true,
    });
    if (reading.problem === undefined || attempt >= ASTRAY_ATTEMPTS) return reading;
  }
}

/**
 * Brings in what the ledger has not yet got of a market's range, page by page, each recorded by itself: whatever ends this
 * early loses one page at most, and the next run goes on there. Gives what could not be had. Rejects with a `VenueError`
 * when the venue stops delivering.
 */
export async function bringIn(market: Market, range: MinuteRange, options: PagerOptions): Promise<readonly Missing[]> {
  const { connection, ledger, source } = options;
  const missing: Missing[] = [];
  const lacking = (part: MinuteRange, cause: string, mend: string): void => {
    missing.push({ venue: market.venue, market, range: part, cause, mend });
  };
  const pending = [...subtract(range, await ledger.answered(market, source, range))];
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    if (options.signal?.aborted === true) {
      lacking(part, 'stopped before it was asked', ASK_LATER);
      continue;
    }
    const { within, older, open } = servable(part, connection);
    if (older !== undefined) {
      const depth = String(connection.capability.depthMinutes);
      lacking(older, `its candle history reaches back only ${depth} minutes`, `older minutes only from trades or a file: ${IMPORT_INSTEAD}`);
    }
    if (open !== undefined) lacking(open, "these minutes are not closed yet by the venue's clock", ASK_LATER);
    if (within === undefined) continue;
    const rows = connection.capability.rowsAsked - connection.capability.leadMinutes;
    const asked = minuteRange(within.from, Math.min(within.to, within.from + rows) as Minute);
    const reading = await pageOf(market, asked, options);
    if (asked.to < within.to) pending.unshift(minuteRange(asked.to, within.to));
    if (reading.problem !== undefined) {
      lacking(asked, `${reading.problem}, so nothing was recorded`, `${ASK_LATER}, or ${IMPORT_INSTEAD}`);
      continue;
    }
    for (const unknown of union(reading.unknown.map((at) => minuteRange(at, plus(at, 1))))) {
      lacking(unknown, 'a row whose time cannot be read may belong here', ASK_LATER);
    }
    if (reading.quarantined.length > 0) {
      lacking(asked, `${String(reading.quarantined.length)} rows broke the candle invariant and were put in quarantine (${reading.quarantined[0]?.reason ?? ''})`, 'compare with another source before trusting these minutes');
    }
    const answers = answersOf(market, source, options.now(), reading);
    if (answers.length > 0) await ledger.record(answers);
    options.recorded({
      minutes: answers.reduce((sum, answer) => sum + minutesIn(answer.asked), 0), candles: reading.candles.length, quarantined: reading.quarantined.length,
    });
    const left = reading.covered === undefined ? [asked] : subtract(asked, [reading.covered]);
    // Nothing covered: the range closed no minute yet. It is not asked again in this run.
    if (reading.covered === undefined) for (const rest of left) lacking(rest, 'the venue has not settled these minutes yet', ASK_LATER);
    else pending.unshift(...left);
  }
  return missing;
}
