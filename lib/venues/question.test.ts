import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isComputed, KINDS, type Venue } from '../domain/market';
import { minuteAt, MINUTES_PER_DAY, MINUTE_MS } from '../domain/minute';
import type { Candle } from '../domain/candle';
import { connect } from '../ingest/venue/connect';
import { VENUES } from '../ingest/venues/table';
import { candleAt, type SimulatedMarket } from '../simulator/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import { crash } from '../simulator/testing/crash';
import { exchangeQuestion, type ExchangeQuestion } from './question';
import { rowText, type StoredCandle } from './row';
import { ASKINGS } from './table';

const scenario = crash();
const bottom = minuteAt(Date.UTC(2025, 9, 10, 21, 20));
/** Young enough for endpoints that serve the latest minutes alone. */
const recent = minuteAt(scenario.nowMs - 3 * MINUTE_MS);

const every: readonly SimulatedMarket[] = [...scenario.markets, ...(scenario.derivatives ?? [])];
const nullOf = (value: number): number | null => (Number.isNaN(value) ? null : value);
const stored = (candle: Candle): StoredCandle => ({
  open: candle.open,
  high: candle.high,
  low: candle.low,
  close: candle.close,
  baseVolume: nullOf(candle.baseVolume),
  quoteVolume: nullOf(candle.quoteVolume),
  trades: nullOf(candle.trades),
});

/** Kraken's endpoint reaches 720 minutes back, of which some are still to be traded. */
const MEMORY = 700;

/** The traded candle of a market at or after the bottom; where a venue remembers the latest minutes alone, the last of those. */
function candleOf(market: SimulatedMarket): Candle {
  const columns = scenario.candles(market);
  const minutes = hasShortMemory(market.venue)
    ? Array.from({ length: MEMORY }, (_, i) => recent - 1 - i)
    : Array.from({ length: 10 }, (_, i) => bottom + i);
  for (const at of minutes) {
    const candle = candleAt(columns, at - columns.range.from);
    if (candle !== undefined && (isComputed(market.kind) || candle.baseVolume > 0)) return candle;
  }
  throw new Error('no candle to ask for');
}

let simulator: Simulator;
let later: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
  later = await startSimulator({ scenario, nowMs: () => lateMs });
});
afterAll(() => Promise.all([simulator.close(), later.close()]));

/** What stands at an address, asked of the simulator in the venue's stead. */
const replyAt = async (venue: string, address: string): Promise<unknown> =>
  (await fetch(address.replace('https://', `${simulator.origin}/${venue}/`))).json();

/** The rows of a reply by the question's own word on where they are; `*`: whichever key holds a list. */
function rowsOf(reply: unknown, { under }: ExchangeQuestion): readonly unknown[] {
  const at = (under?.split('.') ?? []).reduce<unknown>((of, key) => {
    const fields = of as Readonly<Record<string, unknown>>;
    return key === '*' ? Object.values(fields).find((value) => Array.isArray(value)) : fields[key];
  }, reply);
  if (!Array.isArray(at)) throw new Error(`no rows under ${String(under)}: ${JSON.stringify(reply).slice(0, 300)}`);
  return at as readonly unknown[];
}

/** Numbers are compared as numbers: a venue may write more zeros. */
const same = (found: unknown, expected: string): boolean => {
  const value: unknown = JSON.parse(expected);
  return typeof found === typeof value && (found === value || Number(found) === Number(value));
};
const holds = (row: unknown, { form, row: places }: ExchangeQuestion): boolean => {
  const values = form === 'list' ? (row as readonly unknown[]) : Object.values(row as object);
  const names = Object.keys(row as object);
  return (
    values.length === places.length &&
    places.every(
      ({ name, value }, i) => (form === 'list' || names[i] === name) && (value === undefined || same(values[i], value)),
    )
  );
};

const asked = [...ASKINGS.keys()].flatMap((venue) =>
  every
    .filter((market) => market.venue === venue && ['ATOM', 'BTC', 'DOGE'].includes(market.base))
    // KuCoin serves mark and index prices through another interface, which is not simulated.
    .filter(({ kind }) => venue !== 'kucoinfutures' || kind === 'perp')
    .map((market) => [venue, `${market.base}/${market.quote} ${market.kind}`, market] as const),
);
const hasShortMemory = (venue: string): boolean => venue === 'kraken' || venue === 'gemini';

describe('the exchange itself, asked for one candle', () => {
  it.each(asked)('%s answers the row expected of %s', async (venue, _, market) => {
    const candle = candleOf(market);
    const question = exchangeQuestion(venue, market, candle.minute, stored(candle));
    if (question === undefined) throw new Error('not asked');
    const rows = rowsOf(await replyAt(venue, question.address), question);
    expect(
      rows.filter((row) => holds(row, question)),
      JSON.stringify({ question, rows: rows.slice(0, 3) }, null, 1),
    ).toHaveLength(1);
    if (!question.isOneOfMany) expect(rows.length).toBeLessThanOrEqual(2);
    // A check that cannot fail is a defect: the row states at least the four prices.
    expect(question.row.filter(({ value }) => value !== undefined).length).toBeGreaterThanOrEqual(5);
  });

  it('is checked for markets of every venue', () => {
    expect(new Set(asked.map(([venue]) => venue))).toEqual(new Set(ASKINGS.keys()));
    expect([...ASKINGS.keys()]).toEqual([...VENUES.keys()]);
  });
});

/** Bounds and counts: there the one minute asked for here differs from a page of the ingester's. */
const BOUNDS =
  /^(?:start|end|since|from|to|before|after|limit|size|count|startTime|endTime|startAt|endAt|start_ts|end_ts|sort)$/;
const named = (query: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).filter(([key]) => !BOUNDS.test(key)));

/** So late that ccxt chooses the endpoints of history. */
const lateMs = scenario.nowMs + 40 * MINUTES_PER_DAY * MINUTE_MS;

describe.each([...ASKINGS.keys()])('%s is asked as ccxt asks it', (venue) => {
  it('at the same host and path, for the same market and interval, of every kind', async () => {
    const connection = await connect(venue as Venue, {
      now: () => lateMs,
      origin: later.origin,
      kinds: KINDS,
    });
    const markets = (await connection.markets()).filter(({ base }) => base === 'ATOM');
    expect(markets.length).toBeGreaterThan(0);
    for (const market of markets) {
      await connection.page(market, bottom, 1).catch(() => undefined);
      const sent = later.requests.at(-1);
      const question = exchangeQuestion(venue, market, bottom, NOTHING);
      if (question === undefined) throw new Error(`${market.kind} is not asked`);
      const address = new URL(question.address);
      expect({
        host: address.host,
        path: decodeURIComponent(address.pathname),
        query: named(Object.fromEntries(address.searchParams)),
      }).toEqual({ host: sent?.host, path: sent?.path, query: named(sent?.query ?? {}) });
    }
  });
});

const NOTHING: StoredCandle = {
  open: null,
  high: null,
  low: null,
  close: null,
  baseVolume: null,
  quoteVolume: null,
  trades: null,
};

describe('an exchange’s question', () => {
  it('is the address of Binance’s documentation, and the row in its order', () => {
    const question = exchangeQuestion('binance', { base: 'ATOM', quote: 'USDT', kind: 'spot' }, bottom, {
      ...NOTHING,
      open: 1.5,
      high: 1.6,
      low: 0.001,
      close: 1.2,
      trades: 12,
    });
    expect(question?.address).toBe(
      'https://api.binance.com/api/v3/klines?symbol=ATOMUSDT&interval=1m&startTime=1760131200000&endTime=1760131259999&limit=1',
    );
    expect(rowText('list', question?.row ?? [])).toBe(
      '[1760131200000, "1.5", "1.6", "0.001", "1.2", …, 1760131259999, …, 12, …, …, …]',
    );
    expect(question?.archives.map(({ address }) => address)).toEqual([
      'https://data.binance.vision/data/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-10.zip',
    ]);
  });

  it('names the file of China’s day where the archive’s days are China’s', () => {
    const files = (venue: string) =>
      exchangeQuestion(venue, { base: 'ATOM', quote: 'USDT', kind: 'spot' }, bottom, NOTHING)?.archives.map(
        ({ name }) => name,
      );
    expect(files('htx')).toEqual(['ATOMUSDT-1min-2025-10-11.zip']);
    expect(files('okx')).toEqual(['ATOM-USDT-trades-2025-10-11.zip']);
    expect(files('bybit')).toEqual(['ATOMUSDT_2025-10-10.csv.gz']);
    expect(files('kraken')).toEqual(['Kraken_OHLCVT_Q4_2025.zip']);
    expect(files('upbit')).toEqual([]);
  });

  it('says until when a venue serves a minute, where it does not serve them from the listing', () => {
    const until = (venue: string) =>
      exchangeQuestion(venue, { base: 'ATOM', quote: 'USD', kind: 'spot' }, bottom, NOTHING)?.servedUntil;
    expect(until('kraken')).toEqual({ minute: bottom + 720, isDocumented: true });
    expect(until('gate')).toEqual({ minute: bottom + 10_000, isDocumented: true });
    expect(until('mexc')).toEqual({ minute: bottom + 30 * 1440, isDocumented: false });
    expect(until('binance')).toBeUndefined();
  });

  it('writes tiny prices in full', () => {
    const question = exchangeQuestion('bitfinex', { base: 'SHIB', quote: 'USD', kind: 'spot' }, bottom, {
      ...NOTHING,
      low: 1.5e-7,
    });
    expect(rowText('list', question?.row ?? [])).toBe('[1760131200000, …, …, …, 0.00000015, …]');
    expect(question?.address).toContain('/trade:1m:tSHIB:USD/');
  });
});
