import { isComputed, type Market, type Source } from '../../domain/market';
import {
  minuteAt,
  minuteRange,
  minutesIn,
  plus,
  subtract,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Provenance, Quarantined, Recorded, Unanswered } from '../../domain/observation';
import type { VenueConnection } from '../venue/connect';
import { ASK_LATER, IMPORT_INSTEAD, type Missing } from '../run/missing';
import { closedBefore, readPage, type Page, type PageReading } from './page';
import type { CandleRules } from '../venues/capability';
import type { Writer } from '../run/writer';

/** What a recorded page changed. */
export interface PageRecorded {
  readonly minutes: number;
  readonly candles: number;
  readonly quarantined: number;
  /** What the ledger said of this page alone, where it was asked again. */
  readonly recorded: Recorded | undefined;
}

export interface PagerOptions {
  readonly connection: VenueConnection;
  readonly writer: Writer;
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  /** Runs a request to the venue, again where that may help. */
  readonly patiently: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly recorded: (page: PageRecorded) => void;
  /** The venue's display candles instead of its candles. */
  readonly display?: boolean;
  /** Ask for everything, answered or not. */
  readonly again?: boolean;
  /** Told the parts that are older than the candle history, where another road takes them; absent: they are missing. */
  readonly olderElsewhere?: (part: MinuteRange) => void;
  /** Uniform in [0, 1): where to go on when another process works on the same range. */
  readonly random?: () => number;
}

/**
 * The oldest minute served moves on while we ask: this much is left unasked at the far end. Two minutes, because a reply may
 * take one.
 */
const EDGE_MINUTES = 2;

/** A reply to another question than ours, or with a row that breaks the invariant, is asked for again: something on the way may have been at fault. */
const PAGE_ATTEMPTS = 3;

/** So often a range is looked up again for what another process has answered meanwhile: a query of a millisecond. */
const LOOK_EVERY_PAGES = 8;

/** A range cut where the venue's history begins and where its closed minutes end. */
export function servable(
  range: MinuteRange,
  clockMs: number,
  depthMinutes: number | undefined,
): { within: MinuteRange | undefined; older: MinuteRange | undefined; open: MinuteRange | undefined } {
  const oldest =
    depthMinutes === undefined ? range.from : Math.max(range.from, minuteAt(clockMs) - depthMinutes + 1 + EDGE_MINUTES);
  const from = Math.min(oldest, range.to) as Minute;
  const to = Math.max(from, Math.min(range.to, closedBefore(clockMs))) as Minute;
  const part = (a: Minute, b: Minute): MinuteRange | undefined => (a < b ? minuteRange(a, b) : undefined);
  return { within: part(from, to), older: part(range.from, from), open: part(to, range.to) };
}

interface Read {
  readonly reading: PageReading;
  readonly provenance: Provenance;
}

/** One answer a run of known minutes: what lies between two of them stays unasked. */
function answersOf(
  market: Market,
  source: Source,
  askedAtMs: number,
  { reading, provenance }: Read,
): readonly Answer[] {
  if (reading.covered === undefined) return [];
  const { candles, quarantined } = reading;
  const told = { market, source, askedAtMs, provenance: [provenance] };
  if (reading.unknown.length === 0) return [{ ...told, asked: reading.covered, candles, quarantined }];
  const unknown = union(reading.unknown.map((at) => minuteRange(at, plus(at, 1))));
  return subtract(reading.covered, unknown).map((asked, index) => {
    const within = (at: Minute | undefined): boolean =>
      at === undefined ? index === 0 : at >= asked.from && at < asked.to;
    return {
      ...told,
      asked,
      candles: candles.filter((candle) => within(candle.minute)),
      quarantined: quarantined.filter((row) => within(row.minute)),
    };
  });
}

/**
 * Asks for one page until the reply answers what was asked with sound rows alone, or for the last time: then the best reply counts.
 * Rows that broke the invariant stay in quarantine, also where a later reply had a sound one for their minute.
 */
async function pageOf(market: Market, asked: MinuteRange, rules: CandleRules, options: PagerOptions): Promise<Read> {
  const { connection } = options;
  // Where a range already begins at the far end of the history, no minute before it can be asked.
  const since = Math.max(asked.from - rules.leadMinutes, 0) as Minute;
  let best: Read | undefined;
  const broken: Quarantined[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const page: Page = await options.patiently(() => connection.page(market, since, asked.to - since, options.display));
    const reading = readPage(page, asked, {
      isComputed: isComputed(market.kind),
      rowsMayPrecede: rules.rowsMayPrecede === true || since < asked.from,
      lastRowUnsettled: rules.lastRowUnsettled === true,
    });
    const read = { reading, provenance: page.provenance };
    const isSound = reading.problem === undefined && reading.quarantined.length === 0;
    if (best === undefined || isSound || (best.reading.problem !== undefined && reading.problem === undefined))
      best = read;
    if (isSound || attempt >= PAGE_ATTEMPTS) return withBroken(best, broken);
    broken.push(...reading.quarantined);
  }
}

/** A reading that also bears the rows earlier replies broke the invariant with, each once. */
function withBroken(read: Read, broken: readonly Quarantined[]): Read {
  const { reading } = read;
  const { covered } = reading;
  if (covered === undefined || broken.length === 0) return read;
  const rows = new Map(
    [...broken, ...reading.quarantined]
      .filter(({ minute }) => minute === undefined || (minute >= covered.from && minute < covered.to))
      .map((row) => [JSON.stringify(row), row]),
  );
  return { ...read, reading: { ...reading, quarantined: [...rows.values()] } };
}

/** What is left of the ranges when another process has answered some meanwhile. */
async function lookAgain(
  market: Market,
  pending: readonly MinuteRange[],
  options: PagerOptions,
): Promise<readonly MinuteRange[]> {
  const left: MinuteRange[] = [];
  for (const part of pending)
    left.push(...subtract(part, await options.writer.ledger.answered(market, options.source, part)));
  return left;
}

/** The range to go on with: from its start, or, in company, from a page of its own choosing, so that two share the work. */
function nextPart(pending: MinuteRange[], rows: number, options: PagerOptions): MinuteRange | undefined {
  const part = pending.shift();
  if (part === undefined || !options.writer.company || options.random === undefined || options.again === true)
    return part;
  const pages = Math.ceil(minutesIn(part) / rows);
  const from = plus(part.from, rows * Math.floor(options.random() * pages));
  if (from > part.from) pending.push(minuteRange(part.from, from));
  return minuteRange(from, part.to);
}

/**
 * Brings in what the ledger has not yet got of a market's range, page by page, each handed to the writer by itself: whatever
 * ends this early loses the page under way, and the next run goes on there. Gives what could not be had. Rejects with a
 * `VenueError` when the venue stops delivering.
 */
export async function bringIn(market: Market, range: MinuteRange, options: PagerOptions): Promise<readonly Missing[]> {
  const { connection, writer, source, again = false } = options;
  const rules = connection.rules(market);
  const missing: Missing[] = [];
  const lacking = (part: MinuteRange, cause: string, mend: string, outcome?: Unanswered): void => {
    missing.push({
      venue: market.venue,
      market,
      range: part,
      cause,
      mend,
      ...(outcome === undefined ? {} : { unanswered: { source, outcome } }),
    });
  };
  let pending = again ? [range] : [...subtract(range, await writer.ledger.answered(market, source, range))];
  const rows = rules.rowsAsked - rules.leadMinutes;
  for (let asks = 1; ; asks += 1) {
    if (!again && (asks % LOOK_EVERY_PAGES === 0 || writer.company)) {
      pending = [...(await lookAgain(market, pending, options))];
    }
    const part = nextPart(pending, rows, options);
    if (part === undefined) return missing;
    if (options.signal?.aborted === true) {
      lacking(part, 'stopped before it was asked', ASK_LATER);
      continue;
    }
    const { within, older, open } = servable(part, connection.clockMs(), rules.depthMinutes);
    if (older !== undefined && options.olderElsewhere !== undefined) options.olderElsewhere(older);
    else if (older !== undefined) {
      const depth = String(rules.depthMinutes);
      lacking(
        older,
        `its candle history reaches back only ${depth} minutes`,
        `older minutes only from trades or a file: ${IMPORT_INSTEAD}`,
        'not-served',
      );
    }
    if (open !== undefined)
      lacking(open, "these minutes are not closed yet by the venue's clock", ASK_LATER, 'not-served');
    if (within === undefined) continue;
    // A page does not reach over a renaming: each side of it is asked for by its own ticker.
    const [named = within] = connection.partsOf(market, within);
    const asked = minuteRange(within.from, Math.min(named.to, within.from + rows) as Minute);
    const read = await pageOf(market, asked, rules, options);
    const { reading } = read;
    if (asked.to < within.to) pending.unshift(minuteRange(asked.to, within.to));
    if (reading.problem !== undefined) {
      lacking(asked, `${reading.problem}, so nothing was recorded`, `${ASK_LATER}, or ${IMPORT_INSTEAD}`, 'failed');
      continue;
    }
    for (const unknown of union(reading.unknown.map((at) => minuteRange(at, plus(at, 1))))) {
      lacking(unknown, 'a row whose time cannot be read may belong here', ASK_LATER, 'failed');
    }
    const said = new Set(reading.candles.map((candle) => candle.minute));
    const unsaid = reading.quarantined.filter(({ minute }) => minute === undefined || !said.has(minute));
    if (unsaid.length > 0) {
      lacking(
        asked,
        `${String(unsaid.length)} rows broke the candle invariant and were put in quarantine (${unsaid[0]?.reason ?? ''})`,
        'compare with another source before trusting these minutes',
      );
    }
    const answers = answersOf(market, source, options.now(), read);
    const counts = {
      minutes: answers.reduce((sum, answer) => sum + minutesIn(answer.asked), 0),
      candles: reading.candles.length,
      quarantined: reading.quarantined.length,
    };
    await writer.take(
      answers,
      (recorded) => {
        options.recorded({ ...counts, recorded });
      },
      again,
    );
    const left = reading.covered === undefined ? [asked] : subtract(asked, [reading.covered]);
    // Nothing covered: the range closed no minute yet. It is not asked again in this run.
    if (reading.covered === undefined)
      for (const rest of left) lacking(rest, 'the venue has not settled these minutes yet', ASK_LATER, 'not-served');
    // Silence at the end is asked for with what follows it: a row there proves it.
    else pending = [...(writer.company ? [...left, ...pending] : union([...left, ...pending]))];
  }
}
