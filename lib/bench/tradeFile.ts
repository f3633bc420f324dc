import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** 2025-10-10T00:00Z in microseconds, and the microseconds of the day over which the trades are spread. */
const DAY_BEGINS_US = Date.UTC(2025, 9, 10) * 1000;
const DAY_US = 86_400_000_000;
/** The receiving machine's clock runs a little later than the venue's. */
const LATENCY_US = 900;

/** Park and Miller's generator: the same trades in every run, on every machine. */
const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/** Writes `count` trades of one UTC day in the shape vendors sell: `exchange,symbol,timestamp,local_timestamp,id,side,price,amount`. */
export async function writeTrades(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n');
  let state = 1;
  for (let i = 0; i < count; i += 1) {
    state = (state * MULTIPLIER) % MODULUS;
    const at = DAY_BEGINS_US + Math.floor((i * DAY_US) / count);
    const price = (4 + (state % 1000) / 10_000).toFixed(4);
    const amount = (0.01 + (state % 9_999) / 100).toFixed(2);
    const line = `binance,ATOMUSDT,${String(at)},${String(at + LATENCY_US)},${String(i + 1)},${state % 2 === 0 ? 'buy' : 'sell'},${price},${amount}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

export const compress = (path: string, into: string): Promise<void> =>
  pipeline(createReadStream(path), createGzip(), createWriteStream(into));

/** The yardstick: every row of the file (header included) parsed by csv-parse, streamed, and dropped. Comes to their number. */
export async function rowsByCsvParse(path: string): Promise<number> {
  let rows = 0;
  const parser = parse();
  parser.on('readable', () => {
    while (parser.read() !== null) rows += 1;
  });
  const file = createReadStream(path);
  await (path.endsWith('.gz') ? pipeline(file, createGunzip(), parser) : pipeline(file, parser));
  return rows;
}
