import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { coverageAnswer } from '../api/coverage';
import { deviationsAnswer } from '../api/deviations';
import { revisionsAnswer } from '../api/revisions';
import type { Asset, Venue } from '../domain/market';
import { parseRange, type MinuteRange } from '../domain/minute';
import type { FaultPlan } from '../simulator/faults';
import { ledgerOf } from '../store/ledger/ledger';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { commandLine, type Ran } from './testing/commandLine';
import { brokenPromise } from '../domain/unit';

/** What goes wrong in the simulator that `ingest --rehearsal` starts. */
let faults: FaultPlan = [];
vi.mock('../simulator/server', async (original) => {
  const { startSimulator } = await original<typeof import('../simulator/server')>();
  return { startSimulator: (options: Parameters<typeof startSimulator>[0]) => startSimulator({ ...options, faults }) };
});

const ROOT = join(import.meta.dirname, '..', '..');
const WINDOW = ['--from', '2025-10-10T21:00Z', '--to', '2025-10-10T21:04Z'];
/** Four venues at 100 USD; binance has one low of 50, in the second of four minutes, and no trade in the third. */
const PRICES: readonly (readonly [string, string])[] = [
  [
    'binance',
    'open_time,open,high,low,close,volume\n1760130000000,100,100,100,100,10\n1760130060000,100,100,50,100,10\n1760130180000,100,100,100,100,10\n',
  ],
  ...['coinbase', 'kraken', 'okx'].map(
    (id) =>
      [
        id,
        `open_time,open,high,low,close,volume\n${[0, 1, 2, 3].map((m) => `${String(1_760_130_000_000 + m * 60_000)},100,100,100,100,10\n`).join('')}`,
      ] as const,
  ),
];

let db: FreshDatabase;
let folder: string;
const run = (...argv: readonly string[]): Promise<Ran> => commandLine(db.url, ...argv);
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  db = await freshDatabase('real');
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  for (const [venue, csv] of PRICES) {
    writeFileSync(inFolder(`${venue}.csv`), csv);
    expect(await run('import', inFolder(`${venue}.csv`), '--venue', venue, '--market', 'ATOM/USD')).toMatchObject({
      code: 0,
      stdout: '',
    });
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.pool.query(`DROP DATABASE IF EXISTS ${new URL(db.url).pathname.slice(1)}_rehearsal WITH (FORCE)`);
  await db.drop();
});
beforeEach(() => {
  faults = [];
});

/** Exit 2, nothing on stdout, one line without a stack on stderr: the line. */
function refusal({ code, stdout, stderr }: Ran): string {
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .+:\d+:\d+|node:/);
  return stderr;
}

describe('bad input that only what is held, or the disk, can tell', () => {
  it('an unknown asset', async () => {
    for (const argv of [
      ['analyze', 'NOSUCH', ...WINDOW, '--json'],
      ['coverage', 'NOSUCH'],
      ['export', 'asset=NOSUCH&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z', '--csv', inFolder('x.csv')],
    ]) {
      expect(refusal(await run(...argv))).toMatch(
        /^NOSUCH is not held; `plumbline ingest NOSUCH --from T --to T` or `plumbline import` brings it in; --rehearsal asks among the simulated candles$/m,
      );
    }
  });

  it('a venue of which the asset is not held', async () => {
    expect(refusal(await run('analyze', 'ATOM', ...WINDOW, '--venues', 'binance,gate'))).toMatch(
      /^No data for ATOM on Gate; `plumbline coverage ATOM` lists/,
    );
  });

  it('a file that is not there', async () => {
    expect(refusal(await run('import', inFolder('nowhere.csv'), '--venue', 'okx', '--market', 'ATOM/USDT'))).toMatch(
      /nowhere\.csv: no such file/,
    );
  });

  it('a foreign header: the message names the columns found and wanted', async () => {
    writeFileSync(inFolder('foreign.csv'), 'Datum,Kurs,Menge\n2025-10-10,3.5,10\n');
    const said = refusal(await run('import', inFolder('foreign.csv'), '--venue', 'okx', '--market', 'ATOM/USDT'));
    expect(said).toMatch(
      /the columns are Datum, Kurs, Menge; candles need time .*open, high, low, close and volume, trades need timestamp, price and amount/,
    );
    expect(await run('coverage', 'ATOM', '--json')).toMatchObject({
      stdout: expect.not.stringContaining('USDT') as string,
    });
  });

  it('a path that cannot be written', async () => {
    expect(
      refusal(
        await run(
          'export',
          '/ATOM?v=1&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z',
          '--json',
          inFolder('no/such/folder/a.json'),
        ),
      ),
    ).toMatch(/a\.json could not be written: .*; name a file in a folder that exists and may be written$/m);
  });
});

describe('analyze', () => {
  it('--json prints one object of the contract, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await run('analyze', 'ATOM', ...WINDOW, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const found = deviationsAnswer.strict().parse(JSON.parse(stdout));
    expect(found).toMatchObject({
      method: 1,
      asset: 'ATOM',
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:04Z',
      currency: 'USD',
      reference: 'others',
      minPeers: 3,
      enter: 0.02,
      simulated: false,
    });
    expect(found.series[0]).toMatchObject({
      venue: 'binance',
      low: [100, 50, null, 100],
      referenceLow: [100, 100, 100, 100],
      peers: [3, 3, 3, 3],
      dLow: [0, -0.5, null, 0],
      missing: [null, null, 'no-trade', null],
    });
    expect(found.episodes).toHaveLength(1);
  });

  it('--json has every field the contract document shows, in a market, a series, an episode and a fall', async () => {
    const found = JSON.parse((await run('analyze', 'ATOM', ...WINDOW, '--json')).stdout) as Record<
      string,
      Record<string, unknown>[]
    >;
    const fields: Readonly<Record<string, string>> = {
      markets: 'venue market kind source traded noTrade notFetched rate',
      series: 'venue minutes low referenceLow peers dLow dHigh dClose outside missing',
      episodes:
        'id venue side start end spanMinutes minutesBeyond minutesClosedBeyond unknownMinutes peak peakMinute peakPrice peakReference peakClose peakOutside areaPctMinutes recoveryMinutes baseVolume usdVolume volumeShare peersAtPeak minPeers censored',
      falls: 'venue market kind fall excess',
    };
    for (const [part, names] of Object.entries(fields))
      expect(Object.keys(found[part]?.[0] ?? {})).toEqual(expect.arrayContaining(names.split(' ')));
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(
        'method asset from to currency reference minPeers enter digest markets series episodes market falls'.split(' '),
      ),
    );
  });

  it('--csv prints one row per venue and minute, a hole empty beside its reason', async () => {
    const { stdout, stderr } = await run('analyze', 'ATOM', ...WINDOW, '--csv');
    const [head = '', ...rows] = stdout.trimEnd().split('\n');
    expect([stderr, rows.length]).toEqual(['', 16]);
    const cell = (row: string | undefined, name: string): string | undefined =>
      row?.split(',')[head.split(',').indexOf(name)];
    expect(['minute', 'low', 'dLow', 'missing', 'simulated'].map((name) => cell(rows[1], name))).toEqual([
      '2025-10-10T21:01Z',
      '50',
      '-0.5',
      '',
      'false',
    ]);
    expect(['minute', 'low', 'dLow', 'missing'].map((name) => cell(rows[2], name))).toEqual([
      '2025-10-10T21:02Z',
      '',
      '',
      'no-trade',
    ]);
  });

  it('in words names the episode, its price and its reference', async () => {
    const { stdout } = await run('analyze', 'ATOM', ...WINDOW);
    expect(stdout).toContain(
      'binance below from 2025-10-10T21:01Z for 1 min, −50.00 % at 2025-10-10T21:01Z (50 against 100 USD, 3 peers)',
    );
    expect(stdout).not.toContain('SIMULATED');
  });
});

describe('coverage --json', () => {
  it('is of the contract: asked ranges, traded and untraded minutes', async () => {
    const { code, stdout, stderr } = await run('coverage', 'ATOM', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const found = coverageAnswer.strict().parse(JSON.parse(stdout));
    expect(found.assets[0]?.markets[0]).toMatchObject({
      venue: 'binance',
      market: 'ATOM/USD',
      source: 'file',
      answeredMinutes: 4,
      traded: 3,
      noTrade: 1,
      ranges: [{ from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z' }],
    });
  });
});

describe('coverage in words', () => {
  it('says shares and ranges of what was answered', async () => {
    const { code, stdout, stderr } = await run('coverage', 'ATOM');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^ATOM\n {2}binance ATOM\/USD \(file\): 3 traded \(75 %\), 1 no trade\n {4}answered 100 % of 2025-10-10T21:00Z to 2025-10-10T21:04Z \(4 min\), asked 20\d\d-/,
    );
  });

  it('names what was asked in vain with its cause, and what was never asked', async () => {
    const market = { venue: 'gate' as Venue, base: 'IOTX' as Asset, quote: 'USDT', kind: 'spot' } as const;
    const range = (from: string, to: string): MinuteRange => {
      const read = parseRange(`2025-10-10T${from}Z`, `2025-10-10T${to}Z`);
      if (!read.ok) throw brokenPromise(read.error);
      return read.value;
    };
    const askedAtMs = Date.UTC(2026, 0, 1);
    await ledgerOf(db).record([
      {
        market,
        source: 'rest',
        asked: range('21:00', '21:10'),
        candles: [],
        quarantined: [],
        askedAtMs,
        provenance: [],
      },
    ]);
    await ledgerOf(db).attempted([
      {
        market,
        source: 'rest',
        asked: range('21:30', '21:40'),
        outcome: 'failed',
        cause: 'HTTP 503 five times',
        askedAtMs,
      },
    ]);
    expect((await run('coverage', 'IOTX')).stdout).toBe(
      [
        'IOTX',
        '  gate IOTX/USDT (rest): 0 traded (0 %), 10 no trade',
        '    answered 100 % of 2025-10-10T21:00Z to 2025-10-10T21:10Z (10 min), asked 2026-01-01T00:00Z',
        '    failed 2025-10-10T21:30Z to 2025-10-10T21:40Z, last asked 2026-01-01T00:00Z: HTTP 503 five times',
        '    never asked 2025-10-10T21:10Z to 2025-10-10T21:30Z',
        '',
      ].join('\n'),
    );
  });
});

describe('revisions', () => {
  const archive =
    'open_time,open,high,low,close,volume\n1760130000000,100,100,100,100,10\n1760130060000,100,100,80,100,10\n';

  it('lists sources that differ and answers that changed, in words, worst first', async () => {
    writeFileSync(inFolder('again.csv'), 'open_time,open,high,low,close,volume\n1760130000000,100,125,100,100,10\n');
    writeFileSync(inFolder('dump.csv'), archive);
    expect((await run('import', inFolder('again.csv'), '--venue', 'okx', '--market', 'SUI/USD')).code).toBe(0);
    writeFileSync(inFolder('again.csv'), 'open_time,open,high,low,close,volume\n1760130000000,100,150,50,100,10\n');
    expect((await run('import', inFolder('again.csv'), '--venue', 'okx', '--market', 'SUI/USD')).code).toBe(0);
    expect(
      (await run('import', inFolder('dump.csv'), '--venue', 'okx', '--market', 'SUI/USD', '--source', 'archive')).code,
    ).toBe(0);
    const { code, stdout, stderr } = await run('revisions', 'SUI');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Revisions and quarantined rows are those of all time\. Sources are compared over 2025-10-10T20:00Z to 2025-10-11T00:00Z\.$/m,
    );
    expect(stdout).toMatch(
      /^ {2}okx SUI\/USD, archive and file: 1 compared, 0 alike, 1 differ \(1 in a price\), 1 answered by archive alone$/m,
    );
    expect(stdout).toMatch(
      /^ {2}2025-10-10T21:00Z okx SUI\/USD: archive says 100 to 100, close 100, file says 50 to 150, close 100; price \+50\.00 % \(low −50\.00 %, high \+50\.00 %\)$/m,
    );
    expect(stdout).toMatch(
      /^ {2}2025-10-10T21:00Z okx SUI\/USD \(file\): 100 to 125, close 100 first seen .+, 50 to 150, close 100 at .+; price −50\.00 % \(low −50\.00 %, high \+20\.00 %\)$/m,
    );
  });

  it('--json prints one object of the contract, and --csv a row for each line of it', async () => {
    const { stdout, code } = await run('revisions', 'SUI', '--json');
    const found = revisionsAnswer.strict().parse(JSON.parse(stdout));
    expect([code, found.asset, found.revised, found.differing]).toEqual([0, 'SUI', 1, 1]);
    const [head = '', ...rows] = (await run('revisions', 'SUI', '--csv')).stdout.trimEnd().split('\n');
    const cell = (row: string | undefined, name: string): string | undefined =>
      row?.split(',')[head.split(',').indexOf(name)];
    expect(
      rows.map((row) =>
        ['what', 'venue', 'minute', 'first', 'second', 'lowFirst', 'lowSecond', 'low', 'simulated'].map((name) =>
          cell(row, name),
        ),
      ),
    ).toEqual([
      ['difference', 'okx', '2025-10-10T21:00Z', 'archive', 'file', '100', '50', '-0.5', 'false'],
      [
        'revision',
        'okx',
        '2025-10-10T21:00Z',
        found.revisions[0]?.firstSeen,
        found.revisions[0]?.seenAgain,
        '100',
        '50',
        '-0.5',
        'false',
      ],
    ]);
  });

  it.each([
    ['an SQL fragment as asset', ["' OR 1=1 --"], /is not an asset; write its ticker like ATOM/],
    ['half a range', ['SUI', '--from', '2025-10-10T20:00Z'], /"to" is missing; give both ends/],
    [
      'a range of 32 days',
      ['SUI', '--from', '2025-10-01T00:00Z', '--to', '2025-11-02T00:00Z'],
      /longer than 31 days; ask for a shorter one/,
    ],
    ['a limit in words', ['SUI', '--limit', 'all'], /limit is "all"; it takes a whole number from 1 to 1000/],
    ['JSON and CSV at once', ['SUI', '--json', '--csv'], /choose one/],
    ['an asset that is not held', ['NOSUCH'], /NOSUCH is not held/],
  ])('refuses %s', async (_, argv, mend) => {
    expect(refusal(await run('revisions', ...argv))).toMatch(mend);
  });
});

describe('export', () => {
  it('writes what analyze prints, and says where on stderr', async () => {
    const file = inFolder('out.json');
    const { code, stdout, stderr } = await run(
      'export',
      '/ATOM?v=1&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z',
      '--json',
      file,
    );
    expect([code, stdout, stderr]).toEqual([0, '', `${file} written\n`]);
    expect(readFileSync(file, 'utf8')).toBe((await run('analyze', 'ATOM', ...WINDOW, '--json')).stdout);
  });
});

describe('import', () => {
  it('ends with 3 when rows were quarantined, after keeping the rest', async () => {
    writeFileSync(
      inFolder('broken.csv'),
      'open_time,open,high,low,close,volume\n1760130000000,1,1,1,1,10\n1760130060000,1,1,2,1,10\n1760130120000,1,1,1,1,10\n',
    );
    const { code, stdout, stderr } = await run(
      'import',
      inFolder('broken.csv'),
      '--venue',
      'okx',
      '--market',
      'XRP/USD',
    );
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/2 candles .*1 rows in quarantine/);
    expect(
      coverageAnswer.parse(JSON.parse((await run('coverage', 'XRP', '--json')).stdout)).assets[0]?.markets[0],
    ).toMatchObject({ traded: 2, quarantined: 1 });
  });
});

describe('ingest', () => {
  const ingest = ['ingest', 'ATOM', '--venues', 'bybit,okx', ...WINDOW, '--rehearsal'];

  it('ends with 3 where a venue refuses, names it once as missing, and brings in the rest', async () => {
    faults = [{ fault: { kind: 'geo-block' }, venue: 'bybit' }];
    const { code, stdout, stderr } = await run(...ingest);
    expect([code, stdout]).toEqual([3, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('missing: '))).toEqual([
      expect.stringMatching(
        /^missing: bybit: refused from here \(HTTP 451: .*\); run the same ingest again later, from a network the venue serves/,
      ),
    ]);
    expect(lines.at(-1)).toMatch(/^2 venues, .* bybit refused, 1 things missing$/);
    const held = coverageAnswer.parse(JSON.parse((await run('coverage', 'ATOM', '--json', '--rehearsal')).stdout));
    expect(held.simulated).toBe(true);
    expect(
      held.assets[0]?.markets.map(({ venue, source, answeredMinutes }) => [venue, source, answeredMinutes]),
    ).toEqual([
      ['bybit', 'simulated', 0],
      ['okx', 'simulated', 4],
    ]);
    expect(held.assets[0]?.markets[0]?.kept?.inVain).toMatchObject([
      { from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z', outcome: 'refused' },
    ]);
  });

  it('goes on with the refused venue in the next run, and ends with 0', async () => {
    const { code, stderr } = await run(...ingest);
    expect(code).toBe(0);
    expect(stderr).not.toContain('missing: ');
    expect((await run('coverage', 'ATOM', '--rehearsal')).stdout).toMatch(
      /^SIMULATED: no exchange ever said these prices\.\nATOM\n.*bybit ATOM\/USDT \(simulated\): 4 traded/,
    );
  });

  it('never lets simulated candles meet real ones', async () => {
    const { assets } = coverageAnswer.parse(JSON.parse((await run('coverage', '--json')).stdout));
    expect(
      assets
        .flatMap(({ markets }) => markets.map(({ source }) => source))
        .filter((source) => source.startsWith('simulated')),
    ).toEqual([]);
  });
});

describe('the installed command, in a process of its own', () => {
  async function spawned(...argv: readonly string[]): Promise<Ran> {
    const child = spawn(process.execPath, [join(ROOT, 'lib', 'launch', 'plumbline.mjs'), ...argv], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: db.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (ended) => {
        resolve(ended ?? NaN);
      });
    });
    return { code, ...said };
  }

  it('prints the answer alone on stdout, from another folder, far from UTC', async () => {
    const [json, refused] = await Promise.all([
      spawned('analyze', 'ATOM', ...WINDOW, '--json'),
      spawned('analyze', 'NOSUCH', ...WINDOW),
    ]);
    expect(process.env['TZ']).toBe('Pacific/Kiritimati');
    expect(json).toEqual({ ...(await run('analyze', 'ATOM', ...WINDOW, '--json')), code: 0, stderr: '' });
    expect(refusal(refused)).toContain('NOSUCH is not held');
  });
});
