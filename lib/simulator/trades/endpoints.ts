import { MINUTE_MS, MINUTES_PER_DAY } from '../../domain/minute';
import { limitOf, plain, wholeOf, written, type Answer, type Ask } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { tapeOf, type Tape, type TapeRow } from './tape';

/** What every trade endpoint starts from: the tape, and how many of its rows the venue's clock has reached; none where a fault empties the reply. */
function opened(ask: Ask, market: SimulatedMarket, perRow: 1 | 2 = 1): { readonly tape: Tape; readonly end: number } {
  const tape = tapeOf(market, ask.candles(market), perRow);
  return { tape, end: ask.fault?.kind === 'empty' ? 0 : tape.before(ask.nowMs * 1_000) };
}

const newestFirst = (rows: readonly TapeRow[]): readonly TapeRow[] => [...rows].reverse();

const EIGHT = 8;

/** The amount with eight decimals: it is text of at most so many. */
function eight({ amountText }: TapeRow): string {
  const dot = amountText.indexOf('.');
  return dot === -1 ? `${amountText}.${'0'.repeat(EIGHT)}` : amountText.padEnd(dot + 1 + EIGHT, '0');
}

/** Numbers below this are seconds, not nanoseconds: 10¹² s lie 31,000 years ahead, 10¹² ns a quarter of an hour after 1970. */
const SECONDS_BELOW = 1e12;

/**
 * Kraken `/0/public/Trades`: trades later than `since` (nanoseconds, or seconds as clients send them; exclusive), oldest
 * first, 1,000 at most (`count`); without `since` the newest. `last` is the last trade's time in nanoseconds, the next
 * `since`; it repeats `since` where nothing is later. Columns price, volume, time, side, kind, miscellaneous, id.
 */
export function krakenTrades(ask: Ask, market: SimulatedMarket, id: string): Answer {
  const { tape, end } = opened(ask, market);
  const limit = limitOf(ask.query, 'count', 1_000, 1_000);
  const text = ask.query.get('since');
  // Nanoseconds do not fit a double: the microseconds are read off the text.
  const sinceUs =
    text === null || !/^\d+(?:\.\d+)?$/.test(text)
      ? undefined
      : Number(text) < SECONDS_BELOW
        ? Math.round(Number(text) * 1e6)
        : Number(text.slice(0, -3));
  const from = sinceUs === undefined ? end - limit : tape.before(sinceUs + 1);
  const rows = tape.rows(from, Math.min(end, Math.max(0, from) + limit));
  const last = rows.at(-1);
  const lines = rows.map(
    (row) =>
      `["${row.priceText}","${eight(row)}",${String(row.timeUs / 1e6)},"${row.buyerTakes ? 'b' : 's'}","m","",${String(row.index + 1)}]`,
  );
  const next = last === undefined ? (text ?? `${String(ask.nowMs)}000000`) : `${String(last.timeUs)}000`;
  return written(`{"error":[],"result":{"${id}":[${lines.join()}],"last":${JSON.stringify(next)}}}`);
}

/** Binance refuses a longer span between `startTime` and `endTime`. */
const AGG_TRADES_SPAN_MS = 3_600_000;

/**
 * Binance `aggTrades`: 500 rows unless asked, 1,000 at most, oldest first. From `fromId` on, inclusive; or from `startTime`
 * to `endTime`, both inclusive and an hour apart at most; or the newest. A row stands for the trades `f` to `l`: the minute's
 * count is that of trades, not of rows.
 */
export function binanceAggTrades(ask: Ask, market: SimulatedMarket): Answer {
  const { tape, end } = opened(ask, market, 2);
  const { query } = ask;
  const limit = limitOf(query, 'limit', 500, 1_000);
  const [fromId, start, stop] = [wholeOf(query, 'fromId'), wholeOf(query, 'startTime'), wholeOf(query, 'endTime')];
  if (fromId !== undefined && (start !== undefined || stop !== undefined)) {
    return plain({ code: -1128, msg: 'Combination of optional parameters invalid.' }, 400);
  }
  if (start !== undefined && stop !== undefined && stop - start > AGG_TRADES_SPAN_MS) {
    return plain({ code: -1127, msg: 'More than 1 hours between startTime and endTime.' }, 400);
  }
  const last = stop === undefined ? end : Math.min(end, tape.before((stop + 1) * 1_000));
  const from = fromId ?? (start === undefined ? Math.max(0, last - limit) : tape.before(start * 1_000));
  const rows = tape.rows(from, Math.min(last, from + limit));
  return plain(
    rows.map((row) => ({
      a: row.index,
      p: Number(row.priceText).toFixed(8),
      q: Number(row.amountText).toFixed(8),
      f: row.fillsBefore,
      l: row.fillsBefore + row.fills - 1,
      T: Math.floor(row.timeUs / 1_000),
      m: !row.buyerTakes,
      M: true,
    })),
  );
}

/** Gemini's public history reaches seven days back. */
const GEMINI_REACH_MS = 7 * MINUTES_PER_DAY * MINUTE_MS;

/**
 * Gemini `/v1/trades/:symbol`: 50 trades unless asked (`limit_trades`), 500 at most, newest first. With `timestamp` (seconds
 * or milliseconds) or `since_tid` the oldest later ones come, else the newest; nothing older than seven days.
 */
export function geminiTrades(ask: Ask, market: SimulatedMarket): Answer {
  const { tape, end } = opened(ask, market);
  const limit = limitOf(ask.query, 'limit_trades', 50, 500);
  const [timestamp, tid] = [wholeOf(ask.query, 'timestamp'), wholeOf(ask.query, 'since_tid')];
  const oldest = tape.before((ask.nowMs - GEMINI_REACH_MS) * 1_000);
  // Milliseconds have twelve digits and more since 1973.
  const sinceMs = timestamp === undefined ? undefined : timestamp < 1e11 ? timestamp * 1_000 : timestamp;
  const asked =
    tid !== undefined && tid > 0
      ? tid
      : sinceMs === undefined
        ? tid === 0
          ? 0
          : end - limit
        : tape.before(sinceMs * 1_000);
  const from = Math.max(oldest, asked);
  const lines = newestFirst(tape.rows(from, Math.min(end, from + limit))).map(
    (row) =>
      `{"timestamp":${String(Math.floor(row.timeUs / 1e6))},"timestampms":${String(Math.floor(row.timeUs / 1_000))},` +
      `"tid":${String(row.index + 1)},"price":"${row.priceText}","amount":"${row.amountText}",` +
      `"exchange":"gemini","type":"${row.buyerTakes ? 'buy' : 'sell'}"}`,
  );
  return written(`[${lines.join()}]`);
}

const BITSTAMP_SPANS: Readonly<Record<string, number>> = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: MINUTES_PER_DAY * MINUTE_MS,
};

/** Bitstamp `/api/v2/transactions/:pair/`: all trades of the last minute, hour (unless asked) or day, newest first, seconds. */
export function bitstampTransactions(ask: Ask, market: SimulatedMarket): Answer {
  const span = BITSTAMP_SPANS[ask.query.get('time') ?? 'hour'];
  if (span === undefined) return plain({ status: 'error', reason: 'Invalid time interval', code: 'API0013' }, 400);
  const { tape, end } = opened(ask, market);
  return plain(
    newestFirst(tape.rows(tape.before((ask.nowMs - span) * 1_000), end)).map((row) => ({
      date: String(Math.floor(row.timeUs / 1e6)),
      tid: String(row.index + 1),
      amount: Number(row.amountText).toFixed(8),
      type: row.buyerTakes ? '0' : '1',
      price: row.priceText,
    })),
  );
}

/**
 * Coinbase `/products/:id/trades`: newest first, 1,000 at most; the cursors `CB-BEFORE` and `CB-AFTER` are the ids of the
 * page's first and last row: `after` an id come older ones, `before` it newer. `side` is the maker's.
 */
export function coinbaseTrades(ask: Ask, market: SimulatedMarket): Answer {
  const { tape, end } = opened(ask, market);
  const limit = limitOf(ask.query, 'limit', 1_000, 1_000);
  const [after, newerThan] = [wholeOf(ask.query, 'after'), wholeOf(ask.query, 'before')];
  // Ids count from 1: the row of an id stands at id − 1.
  const last = after === undefined ? end : Math.min(end, Math.max(0, after - 1));
  const first = Math.max(0, last - limit, newerThan === undefined ? 0 : newerThan);
  const rows = newestFirst(tape.rows(first, last));
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return {
    ...plain(
      rows.map((row) => ({
        trade_id: row.index + 1,
        side: row.buyerTakes ? 'sell' : 'buy',
        size: Number(row.amountText).toFixed(8),
        price: row.priceText,
        time: `${new Date(Math.floor(row.timeUs / 1_000)).toISOString().slice(0, -1)}${String(row.timeUs % 1_000).padStart(3, '0')}Z`,
      })),
    ),
    ...(newest === undefined || oldest === undefined
      ? {}
      : { headers: { 'CB-BEFORE': String(newest.index + 1), 'CB-AFTER': String(oldest.index + 1) } }),
  };
}
