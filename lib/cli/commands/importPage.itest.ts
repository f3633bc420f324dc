import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { coverageAnswer } from '../../api/coverage';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { IMPORT } from '../../words/en/help/import';
import { commandLine } from '../testing/commandLine';

const folder = mkdtempSync(join(tmpdir(), 'plumbline import page '));
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** 2025-10-10T21:20Z, and the minutes after it. */
const CRASH = Date.UTC(2025, 9, 10, 21, 20);
const MINUTES = [0, 1, 2, 3];
const at = (minute: number): number => CRASH + minute * 60_000;
const clock = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const rows = (of: (ms: number) => readonly (string | number)[]): string[] =>
  MINUTES.map((minute) => of(at(minute)).join(','));

/** A sample of each file, as its publisher writes it. */
async function samples(): Promise<Readonly<Record<string, string | Buffer>>> {
  const kraken = rows((ms) => [ms / 1000, 3.56, 3.594, 3.56, 3.594, 2425.45, 16]).join('\n');
  const vision = rows((ms) => [
    ms * 1000,
    '1.86300000,2.28300000,0.00100000,1.99700000,98726.74000000',
    (ms + 60_000) * 1000 - 1,
    '150000.00000000,1582,1.00000000,1.00000000,0',
  ]).join('\n');
  return {
    'Binance_ATOMUSDT_minute.csv': [
      'https://www.CryptoDataDownload.com',
      'Unix,Date,Symbol,Open,High,Low,Close,Volume ATOM,Volume USDT,tradecount',
      ...rows((ms) => [ms, clock(ms), 'ATOMUSDT', 1.863, 2.283, 0.001, 1.997, 98726.74, 150000, 1582]).reverse(),
    ].join('\n'),
    'Kraken_OHLCVT.zip': await zipped({ 'ATOMUSD_1.csv': kraken, 'ATOMUSD_5.csv': kraken, 'ETHUSD_1.csv': kraken }),
    'ATOMUSDT-1m-2025-10-10.zip': await zipped({ 'ATOMUSDT-1m-2025-10-10.csv': vision }),
    'coinbase_trades_2025-10-10_ATOM-USD.csv.gz': gzipSync(
      [
        'exchange,symbol,timestamp,local_timestamp,id,side,price,amount',
        ...rows((ms) => ['coinbase,ATOM-USD', ms * 1000 + 7, ms * 1000 + 907, ms / 60_000, 'sell,3.56,2.5']),
      ].join('\n'),
    ),
    'ATOM_USDT-1m.json': JSON.stringify(MINUTES.map((minute) => [at(minute), 2.1, 2.2, 0.9, 1.9, 1000.5])),
  };
}

/** The commands of a text, each as its words after `import`. */
const commandsIn = (text: string, begin: RegExp): readonly (readonly string[])[] =>
  text
    .split('\n')
    .flatMap((line) => begin.exec(line)?.[1] ?? [])
    .map((rest) => rest.trim().split(/\s+/));

const page = readFileSync('docs/import.md', 'utf8');
const COMMANDS = commandsIn(page, /^npm run -s plumbline -- import (.*)$/);

/** How each is read, and the candle of 21:20 as it is understood. */
const READ: Readonly<Record<string, object>> = {
  'Binance_ATOMUSDT_minute.csv': {
    findings: {
      bannerLines: 1,
      order: 'descending',
      timeUnit: 'ms',
      gaps: 'unknown',
      columns: { volume: 'Volume ATOM', 'quote-volume': 'Volume USDT', trades: 'tradecount' },
    },
    shown: [{ low: 0.001, baseVolume: 98_726.74, quoteVolume: 150_000, trades: 1_582 }],
  },
  'Kraken_OHLCVT.zip': {
    findings: { format: 'kraken-ohlcvt', header: false, timeUnit: 's', gaps: 'no-trade', gapsBecause: 'format' },
    shown: [{ open: 3.56, baseVolume: 2_425.45, quoteVolume: null, trades: 16 }],
  },
  'ATOMUSDT-1m-2025-10-10.zip': {
    findings: { format: 'binance-klines', timeUnit: 'us', gaps: 'unknown' },
    shown: [{ low: 0.001, baseVolume: 98_726.74, quoteVolume: 150_000, trades: 1_582 }],
  },
  'coinbase_trades_2025-10-10_ATOM-USD.csv.gz': {
    edges: 0,
    findings: { kind: 'trades', timeUnit: 'us', checked: ['symbol', 'exchange'], gapsBecause: 'ids' },
    shown: [{ kind: 'trade', time: '2025-10-10T21:20:00.000Z', price: 3.56, amount: 2.5 }],
  },
  'ATOM_USDT-1m.json': {
    findings: { timeUnit: 'ms', volumeUnit: 'base' },
    shown: [{ low: 0.9, baseVolume: 1_000.5, trades: null }],
  },
};

describe('the import page', () => {
  it('shows five commands, which `import --help` shows too', () => {
    expect(COMMANDS.map(([file]) => file)).toEqual(Object.keys(READ));
    expect(commandsIn(IMPORT.examples, /plumbline import (.*)$/)).toEqual(COMMANDS);
  });

  it('can be followed: each command reads a file as its publisher writes it', async () => {
    for (const [name, content] of Object.entries(await samples())) writeFileSync(join(folder, name), content);
    const zip = readFileSync(join(folder, 'ATOMUSDT-1m-2025-10-10.zip'));
    const sum = createHash('sha256').update(zip).digest('hex');
    writeFileSync(join(folder, 'ATOMUSDT-1m-2025-10-10.zip.CHECKSUM'), `${sum}  ATOMUSDT-1m-2025-10-10.zip\n`);
    for (const [file = '', ...options] of COMMANDS) {
      for (const dry of [['--dry-run'], []]) {
        const { code, stdout, stderr } = await commandLine(
          db.url,
          'import',
          join(folder, file),
          ...options,
          ...dry,
          '--json',
        );
        expect([code, stdout === '' ? stderr : file]).toEqual([0, file]);
        const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly shown: readonly object[] }[] };
        expect([{ ...files[0], shown: files[0]?.shown.slice(0, 1) }]).toMatchObject([
          { ...READ[file], candles: 4, added: 4 },
        ]);
      }
    }
    const { stdout } = await commandLine(db.url, 'coverage', 'ATOM', '--json');
    const markets = coverageAnswer.parse(JSON.parse(stdout)).assets[0]?.markets ?? [];
    expect(markets.map(({ venue, source, traded }) => [venue, source, traded]).sort()).toEqual([
      ['binance', 'archive', 4],
      ['binance', 'file', 4],
      ['coinbase', 'trades', 4],
      ['kraken', 'file', 4],
      ['okx', 'file', 4],
    ]);
  });
});
