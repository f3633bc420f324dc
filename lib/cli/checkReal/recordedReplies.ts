import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANDLE_FIELDS, type Candle } from '../../domain/candle';
import { parseVenue, type Market } from '../../domain/market';
import { minuteAt, minuteRange, plus, type Minute } from '../../domain/minute';
import { connect } from '../../ingest/venue/connect';
import { readPage } from '../../ingest/paging/page';
import { crashScenario } from '../../simulator/crash/scenario';
import { startSimulator } from '../../simulator/server';

/** A reply of a candle endpoint as a venue once sent it. */
interface Recorded {
  readonly venue: string;
  readonly request: string;
  readonly body: unknown;
}

/** A bare body says neither whose it is nor of which market: a comparison would rest on a guess. */
const isWhole = (recorded: Partial<Recorded>): recorded is Recorded =>
  typeof recorded.venue === 'string' && typeof recorded.request === 'string';

/** What a recorded reply came to: as many candles as rows, and every field alike, or where it differs. */
export interface ReplyCheck {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
}

type Row = Readonly<Record<string, unknown>>;
const number = (value: unknown): number =>
  typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;

/**
 * A second reading of each venue's rows, by the columns its documentation names, without ccxt and without the product's venue
 * table. The markets are those of the recorded requests.
 */
const READINGS: Readonly<
  Record<
    string,
    { readonly pair: readonly [base: string, quote: string]; readonly candles: (body: unknown) => readonly Candle[] }
  >
> = {
  binance: {
    pair: ['BTC', 'USDT'],
    candles: (body) =>
      (body as readonly (readonly unknown[])[]).map(([opened, open, high, low, close, volume, , turnover, trades]) => ({
        minute: (number(opened) / 60_000) as Minute,
        open: number(open),
        high: number(high),
        low: number(low),
        close: number(close),
        baseVolume: number(volume),
        quoteVolume: number(turnover),
        trades: number(trades),
      })),
  },
  bitstamp: {
    pair: ['BTC', 'USD'],
    candles: (body) =>
      (body as { readonly data: { readonly ohlc: readonly Row[] } }).data.ohlc.map((row) => ({
        minute: (number(row['timestamp']) / 60) as Minute,
        open: number(row['open']),
        high: number(row['high']),
        low: number(row['low']),
        close: number(row['close']),
        baseVolume: number(row['volume']),
        quoteVolume: NaN,
        trades: NaN,
      })),
  },
};

const isCandleRequest = (url: string): boolean => /kline|candle|ohlc/i.test(new URL(url).pathname);

/** Puts a recorded body before the venue's own ccxt class, behind the product's door, as the answer to a request for its minutes. */
async function throughCcxt({ venue: name, body }: Recorded, origin: string): Promise<readonly Candle[]> {
  const venue = parseVenue(name);
  const reading = READINGS[name];
  if (!venue.ok || reading === undefined) throw new Error(`no second reading of ${name}'s replies is written`);
  const wanted = reading.candles(body);
  const [first, last] = [wanted[0]?.minute, wanted.at(-1)?.minute];
  if (first === undefined || last === undefined) throw new Error(`the recorded reply of ${name} holds no row`);
  const connection = await connect(venue.value, {
    now: Date.now,
    origin,
    // The list of markets comes from the simulator, the candles from the recording.
    fetch: (url, init) =>
      isCandleRequest(url instanceof Request ? url.url : url.toString())
        ? Promise.resolve(Response.json(body))
        : fetch(url, init),
  });
  const [base, quote] = reading.pair;
  const market: Market | undefined = (await connection.markets()).find(
    (one) => one.base === base && one.quote === quote,
  );
  if (market === undefined) throw new Error(`the simulator lists no ${base}/${quote} at ${name}`);
  const asked = minuteRange(first, plus(last, 1));
  const rows = Math.min(asked.to - asked.from, 1000);
  const page = await connection.page(market, minuteAt(asked.from * 60_000), rows);
  return readPage(page, asked, {
    isComputed: false,
    rowsMayPrecede: true,
    lastRowUnsettled: false,
    emptyMinutes: 'omitted',
  }).candles;
}

const shown = (candle: Candle): string => CANDLE_FIELDS.map((field) => String(candle[field])).join('/');

function compared(name: string, wanted: readonly Candle[], found: readonly Candle[]): ReplyCheck {
  const differing = wanted.findIndex(
    (candle, i) => found[i]?.minute !== candle.minute || shown(candle) !== shown(found[i]),
  );
  const count = `${String(wanted.length)} candles, every field as its columns say`;
  const other =
    differing < 0
      ? `${String(found.length)} candles`
      : `row ${String(differing + 1)}: ${found[differing] === undefined ? 'none' : shown(found[differing])}, wanted ${wanted[differing] === undefined ? 'none' : shown(wanted[differing])}`;
  return {
    name: `${name}'s recorded reply through its ccxt class`,
    wanted: count,
    found: differing < 0 && found.length === wanted.length ? count : other,
  };
}

/** Every recorded reply of the folder, or none where there is no such folder. */
export async function recordedReplyChecks(folder: string): Promise<readonly ReplyCheck[]> {
  if (!existsSync(folder)) return [];
  const simulator = await startSimulator({ scenario: crashScenario() });
  try {
    const checks: ReplyCheck[] = [];
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const recorded = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<Recorded>;
      if (!isWhole(recorded)) {
        process.stderr.write(`left out: ${file} says neither its venue nor the request it answers\n`);
        continue;
      }
      const reading = READINGS[recorded.venue];
      checks.push(
        compared(recorded.venue, reading?.candles(recorded.body) ?? [], await throughCcxt(recorded, simulator.origin)),
      );
    }
    return checks;
  } finally {
    await simulator.close();
  }
}
