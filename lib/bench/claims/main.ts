import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { chromium } from 'playwright';
import { Market, type BookDay } from '../../claims/audit/market';
import { statementOf, surveyed } from '../../claims/audit/run';
import { recognise, type ClaimFile } from '../../claims/reading/file';
import { MINUTES_PER_DAY, startOf, type Day } from '../../domain/minute';
import { CHROMIUM_ARGUMENTS } from '../../launch/chromiumArguments';
import { chance, streamOf } from '../../simulator/chance';
import { written } from '../../domain/decimal';
import { machine } from '../machine';

/**
 * A file of 200 MB of fills, read and compared: by the room itself (processor time, memory), and, where the address of a running app is given, on
 * its page /audit: the longest task of the page's own thread meanwhile. `npm run bench:fills -- [ADDRESS]`.
 */
const FILE_BYTES = 200_000_000;
const SEED = 20_251_010;
const EVENT_MS = Date.UTC(2025, 9, 10, 20);
const EVENT_MINUTES = 240;
const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n';
const ROWS_AT_ONCE = 10_000;

function* rows(): Generator<string> {
  const stream = streamOf(SEED, 'fills');
  let [bytes, draws] = [HEAD.length, 0];
  const draw = (): number => chance(stream, (draws += 1));
  yield HEAD;
  while (bytes < FILE_BYTES) {
    let text = '';
    for (let i = 0; i < ROWS_AT_ONCE; i += 1) {
      const at = new Date(EVENT_MS + Math.floor(draw() * EVENT_MINUTES * 60_000)).toISOString();
      const base = draw() < 0.5 ? 'ATOM' : 'DOGE';
      const [price, quantity] = [(1 + draw()).toFixed(4), (draw() * 1_000 + 1).toFixed(3)];
      text += `${at.slice(0, 10)} ${at.slice(11, 19)},${base}USDT,${draw() < 0.6 ? 'SELL' : 'BUY'},${price},${quantity}${base},${(Number(price) * Number(quantity)).toFixed(6)}USDT,${(draw() / 10).toFixed(8)}${base}\n`;
    }
    bytes += text.length;
    yield text;
  }
}

/** A day on which the others stand at 1.5. */
function flatDay(day: Day, market: string): BookDay {
  const column = (value: number): Float64Array => new Float64Array(MINUTES_PER_DAY).fill(value);
  const from = startOf(day);
  return {
    series: {
      venue: 'binance',
      market,
      kind: 'spot',
      minutes: Int32Array.from({ length: MINUTES_PER_DAY }, (_, i) => from + i),
      low: column(1),
      high: column(2),
      close: column(1.5),
      open: column(1.5),
      referenceClose: column(1.5),
      referenceLow: column(1.5),
      referenceHigh: column(1.5),
      dLow: column(0),
      dHigh: column(0),
      rate: column(0.999_871_3),
      rateRule: new Uint8Array(MINUTES_PER_DAY),
      uncertainty: column(0.0004),
      weak: new Uint8Array(MINUTES_PER_DAY),
      missing: new Uint8Array(MINUTES_PER_DAY),
    },
    from,
    episodes: [],
    reference: 'others',
    digest: '',
    simulated: false,
  };
}

const MB = 1_000_000;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** The same file with a line more: other bytes, and every fill of it repeated. */
const overlapping = (file: ClaimFile): ClaimFile => ({
  name: `again-${file.name}`,
  chunks: async function* () {
    yield* file.chunks();
    yield Buffer.from('\n');
  },
});

async function inNode(files: readonly ClaimFile[], print: (line: string) => void): Promise<void> {
  const readings = [];
  for (const file of files) {
    const found = await recognise(file);
    if (found === undefined) throw new Error('the file is not recognised');
    readings.push({ file, layout: found.layout, said: {} });
  }
  let peak = process.memoryUsage().rss;
  const onBytes = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const read = await surveyed(readings, undefined, onBytes);
  const first = process.cpuUsage(cpu);
  const market = new Market();
  for (const { survey } of read.files)
    for (const asked of survey.days) market.add(asked, flatDay(asked.day, `${asked.book.base}/${asked.book.quote}`));
  const second = process.cpuUsage();
  const { all } = await statementOf(read, market, { mostShown: 1_000, onBytes });
  const compared = process.cpuUsage(second);
  const ms = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;
  const repeated = read.files.reduce((sum, { survey }) => sum + survey.leftOut.counts.repeated, 0);
  print(
    `| fills | ${all.fills.toLocaleString('en')}, ${repeated.toLocaleString('en')} repeated, ${String(all.measured)} with a figure, worse ${all.money === undefined ? '–' : written(all.money.worse, 2)} USD |`,
  );
  print(`| first reading, processor time | ${seconds(ms(first))} |`);
  print(`| second reading with comparison, processor time | ${seconds(ms(compared))} |`);
  print(`| memory above the start, at most | ${((peak - before) / MB).toFixed(0)} MB |`);
}

async function inBrowser(address: string, file: string, print: (line: string) => void): Promise<void> {
  const executablePath = process.env['PLUMBLINE_CHROMIUM'];
  const browser = await chromium.launch({
    args: [...CHROMIUM_ARGUMENTS],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/audit`, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      const seen = { longest: 0, count: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          seen.longest = Math.max(seen.longest, duration);
          seen.count += 1;
        }
      }).observe({ type: 'longtask' });
    });
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('#total').waitFor({ timeout: 600_000 });
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seen: { longest: number; count: number } }).seen,
    );
    print(`| page: tasks of 50 ms or longer, and the longest | ${String(seen.count)}, ${seen.longest.toFixed(0)} ms |`);
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-fills-'));
try {
  const target = path.join(folder, 'fills.csv');
  await pipeline(Readable.from(rows()), createWriteStream(target));
  const print = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  print(`${machine()}\n\n| a file of ${(statSync(target).size / MB).toFixed(0)} MB | |\n| --- | --- |`);
  const file: ClaimFile = { name: 'fills.csv', chunks: () => createReadStream(target) };
  await inNode([file], print);
  print('| the same, and each fill a second time in another file | |');
  await inNode([file, overlapping(file)], print);
  const [, , address] = process.argv;
  if (address !== undefined) await inBrowser(address, target, print);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
