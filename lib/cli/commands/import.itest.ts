import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { escapeLiteral } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer } from '../../api/coverage';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine } from '../testing/commandLine';

const folder = mkdtempSync(join(tmpdir(), 'plumbline dry run '));
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The names of all tables, and every row of each, as text. */
async function everything(): Promise<string> {
  const tables = await db.pool.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
  );
  const names = tables.rows.map(({ name }) => name);
  // Asked of all at once: one by one they took longer than what is tried between.
  const all = names.map((name) => `SELECT ${escapeLiteral(name)} AS name, t::text AS row FROM ${name} t`);
  const { rows } = await db.pool.query<Row>(`${all.join(' UNION ALL ')} ORDER BY 1, 2`);
  return JSON.stringify({ names, rows });
}

interface Row {
  /** Of its table. */
  readonly name: string;
  readonly row: string;
}

/** Of `everything`: what is known of minutes, without the files it was read from. */
const candlesAndRevisions = async (): Promise<unknown> =>
  (JSON.parse(await everything()) as { readonly rows: readonly Row[] }).rows.filter(({ name }) =>
    /market_day|revision/.test(name),
  );

interface Counted {
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly quarantined: number;
  readonly candles: number;
}
interface Said {
  readonly dryRun: boolean;
  readonly files: readonly Counted[];
  readonly worst?: unknown;
}

let files = 0;
const HEADER = 'open_time,open,high,low,close,volume,interval';
function written(lines: readonly string[]): string {
  return writtenAs([HEADER, ...lines.map((line) => `${line},1m`)]);
}

function writtenAs(lines: readonly string[]): string {
  files += 1;
  const path = join(folder, `${String(files)}.csv`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function imported(
  paths: readonly string[],
  base: string,
  ...more: readonly string[]
): Promise<{ readonly code: number; readonly said: Said }> {
  const { code, stdout, stderr } = await commandLine(
    db.url,
    'import',
    ...paths,
    '--venue',
    'okx',
    '--market',
    `${base}/USD`,
    '--json',
    ...more,
  );
  if (stdout === '') throw new Error(stderr);
  return { code, said: JSON.parse(stdout) as Said };
}

const countsOf = ({ files: all }: Said): readonly Counted[] =>
  all.map(({ added, unchanged, revised, quarantined, candles }) => ({
    added,
    unchanged,
    revised,
    quarantined,
    candles,
  }));

/** Minutes around midnight of 2025-10-10, few enough values that files meet often; a flaw now and then. */
const START = Date.parse('2025-10-09T23:50Z');
const anyRow = fc
  .record({
    minute: fc.nat(25),
    price: fc.constantFrom(1, 1, 2),
    volume: fc.constantFrom('1', '2', '3'),
    flawed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(
    ({ minute, price, volume, flawed }) =>
      `${String(START + minute * 60_000)},${String(price)},${String(price)},${String(flawed ? price + 1 : price)},${String(price)},${volume}`,
  );
const anyFile = fc.array(anyRow, { minLength: 1, maxLength: 25 });

describe('a dry run', () => {
  it('writes nothing, and says to the number what the import that follows comes to', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('no-trade', 'unknown'),
        async (contents, gaps) => {
          run += 1;
          const base = `T${String(run)}X`;
          const [first = [], ...later] = contents;
          const before = await imported([written(first)], base).catch(() => undefined);
          // All rows flawed alike: a file without a usable row is refused, as it would be in earnest.
          if (before === undefined) return;
          const paths = later.map(written);
          const stored = await everything();
          const tried = await imported(paths, base, '--dry-run', '--gaps', gaps);
          expect(await everything()).toBe(stored);
          const done = await imported(paths, base, '--gaps', gaps);
          expect(countsOf(tried.said)).toEqual(countsOf(done.said));
          expect([tried.code, tried.said.dryRun, done.said.dryRun]).toEqual([done.code, true, false]);
          expect(tried.said.worst === null).toBe(done.said.files.every(({ revised }) => revised === 0));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('and an import of a file that says less than what is stored differ in nothing from it, and leave it as it is', async () => {
    const prices = Array.from({ length: 3 }, (_, i) => `${String(START + i * 60_000)},3,3,3,3,1${String(i)}`);
    const whole = writtenAs([
      'open_time,open,high,low,close,volume,quote_volume,count',
      ...prices.map((line, i) => `${line},${String(3 * (10 + i))},7`),
    ]);
    const less = writtenAs(['open_time,open,high,low,close,volume', ...prices]);
    await imported([whole], 'LESS');
    const stored = await candlesAndRevisions();
    const tried = await imported([less], 'LESS', '--dry-run');
    const done = await imported([less], 'LESS');
    const unchanged = [{ added: 0, unchanged: 3, revised: 0, quarantined: 0, candles: 3 }];
    expect([countsOf(tried.said), countsOf(done.said)]).toEqual([unchanged, unchanged]);
    expect(tried.said.worst).toBe(null);
    expect(await candlesAndRevisions()).toEqual(stored);
    // The other way round it says more, and both say so.
    await imported([less], 'MORE');
    const more = await imported([whole], 'MORE', '--dry-run');
    const added = await imported([whole], 'MORE');
    expect([more.said, added.said].flatMap(countsOf).map(({ revised }) => revised)).toEqual([3, 3]);
  });

  it('names the worst difference and the rows that would be quarantined', async () => {
    const at = (minute: number): string => String(Date.parse('2025-10-10T21:20Z') + minute * 60_000);
    await imported(
      [written([`${at(0)},3.56,3.594,3.56,3.594,2425.45`, `${at(1)},3,3,3,3,1`, `${at(2)},3,3,3,3,1`])],
      'ATOM',
    );
    const path = written([
      `${at(0)},1.863,2.283,0.001,1.997,98726.74`,
      `${at(1)},3,3,3,3,1`,
      `${at(2)},3,3,2.9,3,1`,
      `${at(3)},3,3,3,3,1`,
      `${at(4)},1,1,2,1,10`,
    ]);
    const { code, stdout, stderr } = await commandLine(
      db.url,
      'import',
      path,
      '--venue',
      'okx',
      '--market',
      'ATOM/USD',
      '--dry-run',
    );
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toBe(
      [
        'dry run: nothing was stored',
        `${path}: OKX ATOM/USD (imported file), 2025-10-10T21:20Z to 2025-10-10T21:25Z: 1 candle would be added, 1 already stored, 2 minutes differ from the stored data and would be revisions, 1 row would go to quarantine`,
        '  times read as milliseconds; volume from volume (base)',
        '  line 2: 2025-10-10T21:20Z, open 1.863, high 2.283, low 0.001, close 1.997, base volume 98726.74, quote volume unknown, trades unknown',
        '  line 3: 2025-10-10T21:21Z, open 3, high 3, low 3, close 3, base volume 1, quote volume unknown, trades unknown',
        '  line 4: 2025-10-10T21:22Z, open 3, high 3, low 2.9, close 3, base volume 1, quote volume unknown, trades unknown',
        `  line 6: ${at(4)},1,1,2,1,10,1m: open 1 is below low 2`,
        'largest difference: OKX ATOM/USD (file), 2025-10-10T21:20Z: low 3.56 is stored, the file says 0.001',
        '',
      ].join('\n'),
    );
  });

  it('of candles that were written here says the same as bringing them back', async () => {
    const file = join(folder, 'kept.csv');
    await commandLine(
      db.url,
      'candles',
      'ATOM',
      '--from',
      '2025-10-10T21:00Z',
      '--to',
      '2025-10-10T22:00Z',
      '--csv',
      file,
    );
    const stored = await everything();
    const { stdout } = await commandLine(db.url, 'import', file, '--dry-run', '--json');
    expect((JSON.parse(stdout) as Said).files).toMatchObject([{ added: 0, unchanged: 3, revised: 0 }]);
    expect(await everything()).toBe(stored);
  });

  it('of a file that names another market, or holds candles of another length, is refused like its import', async () => {
    const { code, stderr } = await commandLine(
      db.url,
      'import',
      join(folder, 'ATOMUSDT-5m-2025-10-10.zip'),
      '--venue',
      'binance',
      '--market',
      'ATOM/USDT',
      '--dry-run',
    );
    expect([code, stderr]).toEqual([2, expect.stringMatching(/5m.*Binance ATOM\/USDT/)]);
  });
});

describe('import', () => {
  it('of a former ticker asks for its asset, and stores nothing: nobody who asks for POL would find MATIC', async () => {
    const file = written(['2024-09-13T09:59:00Z,0.4,0.4,0.4,0.4,10']);
    const stored = await everything();
    const { code, stdout, stderr } = await commandLine(
      db.url,
      'import',
      file,
      '--venue',
      'binance',
      '--market',
      'MATIC/USDT',
    );
    expect([code, stdout, stderr]).toEqual([2, '', 'on Binance, MATIC is a ticker of POL; write --market POL/USDT\n']);
    expect(await everything()).toBe(stored);
  });

  it('ends with 3 when rows were quarantined, after keeping the rest', async () => {
    writeFileSync(
      join(folder, 'broken.csv'),
      'open_time,open,high,low,close,volume\n1760130000000,1,1,1,1,10\n1760130060000,1,1,2,1,10\n1760130120000,1,1,1,1,10\n',
    );
    const { code, stdout, stderr } = await commandLine(
      db.url,
      'import',
      join(folder, 'broken.csv'),
      '--venue',
      'okx',
      '--market',
      'XRP/USD',
    );
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/2 candles .*1 row in quarantine/);
    expect(
      coverageAnswer.parse(JSON.parse((await commandLine(db.url, 'coverage', 'XRP', '--json')).stdout)).assets[0]
        ?.markets[0],
    ).toMatchObject({ traded: 2, quarantined: 1 });
  });
});
