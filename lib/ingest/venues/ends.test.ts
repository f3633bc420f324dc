import { expect, it } from 'vitest';
import { minuteAt } from '../../domain/minute';
import { overFetch } from '../testing/overFetch';
import { candlePage } from '../venue/candlePage';
import { candleRules } from './capability';

const MINUTE_MS = 60_000;
const SINCE_MS = Date.UTC(2026, 10, 1, 12, 0);
const ROWS = 20;

/** How a venue may read a range: nobody documents it. */
interface Reading {
  readonly isStartIn: boolean;
  readonly isEndIn: boolean;
  readonly keeps: 'oldest' | 'newest';
}

/** The open times of a range, every minute traded. */
function opens(startMs: number, endMs: number, most: number, { isStartIn, isEndIn, keeps }: Reading): number[] {
  const all: number[] = [];
  for (let ms = Math.ceil(startMs / MINUTE_MS) * MINUTE_MS; ms <= endMs; ms += MINUTE_MS)
    if ((ms > startMs || isStartIn) && (ms < endMs || isEndIn)) all.push(ms);
  return keeps === 'oldest' ? all.slice(0, most) : all.slice(-most);
}

const VENUES_REPLIES: Readonly<Record<string, (query: URLSearchParams, reading: Reading) => unknown>> = {
  mexc: (query, reading) => {
    const number = (name: string): number => Number(query.get(name));
    return opens(number('startTime'), number('endTime'), number('limit'), reading).map((ms) => [
      ms,
      '1',
      '1',
      '1',
      '1',
      '2',
      ms + MINUTE_MS,
      '2',
    ]);
  },
  cryptocom: (query, reading) => {
    const number = (name: string): number => Number(query.get(name));
    const data = opens(number('start_ts'), number('end_ts'), number('count'), reading).map((t) => ({
      t,
      o: '1',
      h: '1',
      l: '1',
      c: '1',
      v: '2',
    }));
    return { id: -1, method: 'public/get-candlestick', code: 0, result: { interval: '1m', data } };
  },
};

const BOTH = [true, false];
const READINGS = Object.keys(VENUES_REPLIES).flatMap((venue) =>
  (['oldest', 'newest'] as const).flatMap((keeps) =>
    BOTH.flatMap((isEndIn) =>
      // ccxt asks Crypto.com from a minute before, because the start may not count; MEXC's counts, as ccxt reckons.
      (venue === 'mexc' ? [true] : BOTH).map((isStartIn) => ({ venue, keeps, isStartIn, isEndIn })),
    ),
  ),
);

it.each(READINGS)('every minute asked of $venue comes, however it reads a range: %o', async ({ venue, ...reading }) => {
  const reply = VENUES_REPLIES[venue];
  if (reply === undefined) throw new Error(venue);
  const fetch: typeof globalThis.fetch = (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return Promise.resolve(Response.json(reply(url.searchParams, reading)));
  };
  const now = (): number => SINCE_MS + 1_000 * MINUTE_MS;
  const { exchange, capability, symbol } = await overFetch(venue, { now, fetch });
  const page = await candlePage(exchange, capability, {
    symbol,
    sinceMs: SINCE_MS,
    rows: ROWS,
    rules: candleRules(capability, 'spot', false),
    display: false,
    timeframe: undefined,
  });
  const came = new Set(page.candles.map(({ minute }) => Number(minute)));
  const first = minuteAt(SINCE_MS);
  expect(Array.from({ length: ROWS }, (_, i) => first + i).filter((minute) => !came.has(minute))).toEqual([]);
});
