import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ZipFile } from 'yazl';
import type { Asset, Market, Venue } from '../../domain/market';
import { formatMinute, minuteAt, minuteRange, type MinuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { FaultPlan } from '../../simulator/faults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { setInRehearsal } from '../../words/typed';
import { linesOf } from '../record/missing';
import { ingest } from '../run/ingest';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { bringInArchive } from './bringIn';
import { namedPieces, type ArchiveOptions } from './pieceByPiece';
import { piecesOf } from './pieces';
import { archiveOf } from './table';

const market = (venue: string, base: string, quote: string, kind: Market['kind'] = 'spot'): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind,
});
const ATOM = market('binance', 'ATOM', 'USDT');
const range = (from: string, to: string): MinuteRange =>
  minuteRange(minuteAt(Date.parse(from)), minuteAt(Date.parse(to)));
const LATER = Date.UTC(2026, 0, 1);

/** A zip of one file. */
async function zipped(text: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), 'klines.csv');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** Times a minute has in a file, by its unit. */
const US = 1_000;
const row = (iso: string, price: number, perMs = US): string =>
  [
    Date.parse(iso) * perMs,
    price,
    price,
    price,
    price,
    10,
    (Date.parse(iso) + 60_000) * perMs - 1,
    10 * price,
    3,
    5,
    5 * price,
    0,
  ].join(',');

/** A server of files: what its addresses end in, and their bytes; `.CHECKSUM` beside each unless it is among them. */
function served(files: Readonly<Record<string, Buffer>>): { readonly fetch: typeof fetch; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: (address) => {
      const url = address instanceof Request ? address.url : address.toString();
      asked.push(url);
      const named = Object.entries(files).find(([end]) => url.endsWith(end));
      const of = Object.entries(files).find(([end]) => url.endsWith(`${end}.CHECKSUM`));
      if (named !== undefined) return Promise.resolve(new Response(new Uint8Array(named[1])));
      return Promise.resolve(
        of === undefined ? new Response('<Error/>', { status: 404 }) : new Response(`${sha256(of[1])}  ${of[0]}\n`),
      );
    },
  };
}

async function brought(
  of: Market,
  within: MinuteRange,
  fetch: typeof globalThis.fetch,
  change: Partial<ArchiveOptions> = {},
  ledger = memoryLedger(),
): Promise<{ readonly missing: Awaited<ReturnType<typeof bringInArchive>>; readonly ledger: MemoryLedger }> {
  const missing = await bringInArchive(of, within, {
    ledger,
    source: 'archive',
    now: () => LATER,
    signal: undefined,
    fetch,
    patiently: (ask) => ask(),
    recorded: () => undefined,
    ...change,
  });
  return { missing, ledger };
}

describe('the files of a range', () => {
  const names = (within: MinuteRange, nowMs = LATER): string[] =>
    piecesOf(archiveOf(ATOM) ?? never(), within, nowMs).map(({ label }) => label);
  const never = (): never => {
    throw new Error('no archive');
  };

  it('are months where a whole month is wanted and over, else days', () => {
    expect(names(range('2025-09-29T00:00Z', '2025-11-02T12:00Z'))).toEqual([
      '2025-09-29',
      '2025-09-30',
      '2025-10',
      '2025-11-01',
      '2025-11-02',
    ]);
    expect(names(range('2025-10-01T00:00Z', '2025-10-03T00:00Z'))).toEqual(['2025-10-01', '2025-10-02']);
    expect(names(range('2025-10-01T00:00Z', '2025-11-01T00:00Z'), Date.UTC(2025, 9, 31))).toHaveLength(31);
  });
});

describe('an archive of candles', () => {
  const day = range('2025-10-10T21:19Z', '2025-10-10T21:22Z');

  it("is checked, unpacked and recorded, with the file's address and hash as provenance", async () => {
    const bytes = await zipped(
      [row('2025-10-10T21:19Z', 3), row('2025-10-10T21:20Z', 0.001), row('2025-10-10T21:21Z', 2)].join('\n'),
    );
    const { missing, ledger } = await brought(ATOM, day, served({ 'ATOMUSDT-1m-2025-10-10.zip': bytes }).fetch);
    expect(missing).toEqual([]);
    expect(
      [...ledger.book(ATOM, 'archive').candles.values()].map(({ low, baseVolume, quoteVolume, trades }) => [
        low,
        baseVolume,
        quoteVolume,
        trades,
      ]),
    ).toEqual([
      [3, 10, 30, 3],
      [0.001, 10, 0.01, 3],
      [2, 10, 20, 3],
    ]);
    expect(ledger.answers[0]?.provenance).toEqual([
      {
        address: 'https://data.binance.vision/data/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-10.zip',
        receivedAtMs: LATER,
        sha256: sha256(bytes),
        reader: 'archive',
        body: undefined,
      },
    ]);
  });

  it('of spot writes microseconds from 2025 on and milliseconds before: a file in another unit is set aside, not guessed at (trap 10)', async () => {
    const old = range('2024-12-31T23:58Z', '2025-01-01T00:00Z');
    const { ledger } = await brought(
      ATOM,
      old,
      served({
        '2024-12-31.zip': await zipped([row('2024-12-31T23:58Z', 5, 1), row('2024-12-31T23:59Z', 6, 1)].join('\n')),
      }).fetch,
    );
    expect(ledger.book(ATOM, 'archive').candles.size).toBe(2);
    const wrong = await brought(
      ATOM,
      day,
      served({
        '2025-10-10.zip': await zipped([row('2025-10-10T21:19Z', 3), row('2025-10-10T21:20Z', 3, 1)].join('\n')),
      }).fetch,
    );
    expect(wrong.ledger.book(ATOM, 'archive').candles.size).toBe(1);
    expect(wrong.ledger.quarantined().map(({ reason }) => reason)).toEqual([
      'its time is in ms where this archive writes us',
    ]);
  });

  it('whose bytes are not what its checksum says is fetched once more and then left, both hashes named (trap 10)', async () => {
    const bytes = await zipped(row('2025-10-10T21:20Z', 3));
    const server = served({
      '2025-10-10.zip': bytes,
      '2025-10-10.zip.CHECKSUM': Buffer.from(`${'0'.repeat(64)}  x.zip`),
    });
    const { missing, ledger } = await brought(ATOM, day, server.fetch);
    expect(server.asked.filter((url) => url.endsWith('.zip'))).toHaveLength(2);
    expect(missing[0]?.cause).toContain(sha256(bytes));
    expect(missing[0]?.cause).toContain('0'.repeat(64));
    expect(ledger.answers).toEqual([]);
  });

  it('that is cut off leaves nothing behind', async () => {
    const bytes = (
      await zipped(
        Array.from({ length: 500 }, (_, i) =>
          row(formatMinute(minuteAt(Date.parse('2025-10-10T00:00Z') + i * 60_000)), 3 + i / 1e3),
        ).join('\n'),
      )
    ).subarray(0, 2_000);
    const { missing, ledger } = await brought(ATOM, day, served({ '2025-10-10.zip': Buffer.from(bytes) }).fetch);
    expect(missing[0]?.cause).toContain('cannot be unpacked');
    expect(ledger.answers).toEqual([]);
  });

  it('that is not published is not served, and says so', async () => {
    const { missing } = await brought(ATOM, day, served({}).fetch);
    expect(missing).toMatchObject([{ range: day, unanswered: { source: 'archive', outcome: 'not-served' } }]);
    expect(missing[0]?.cause).toContain('ATOMUSDT-1m-2025-10-10.zip');
  });

  // Its files are made of its candles: none is published later, and it takes none by hand.
  it.each([
    ['no file', ATOM, {}],
    ['a file without the minutes', ATOM, { '2025-10-10.zip': [row('2025-10-10T20:00Z', 4)] }],
    ['no archive of candles', market('coinbase', 'ATOM', 'USD'), {}],
    ['an archive of trades alone', market('okx', 'ATOM', 'USDT'), {}],
  ])('in a rehearsal leads to the candle API: %s', async (_, of, files) => {
    onTestFinished(() => {
      setInRehearsal(false);
    });
    setInRehearsal(true);
    const zips = await Promise.all(
      Object.entries(files).map(async ([name, rows]) => [name, await zipped(rows.join('\n'))] as const),
    );
    const { missing } = await brought(of, day, served(Object.fromEntries(zips)).fetch, {
      source: 'simulated-archive',
    });
    expect(missing.length).toBeGreaterThan(0);
    for (const { mend } of missing) {
      expect(mend).toContain('leave out `--sources`: the candle API is asked then');
      expect(mend).not.toMatch(/later|nothing else|plumbline import/);
    }
  });

  it('leaves a minute without a row unknown: Binance has one for every minute, except in its outages (trap 12)', async () => {
    const hours = range('2019-03-12T01:59Z', '2019-03-12T08:01Z');
    const BTC = market('binance', 'BTC', 'USDT');
    const { ledger } = await brought(
      BTC,
      hours,
      served({
        'BTCUSDT-1m-2019-03-12.zip': await zipped(
          [row('2019-03-12T01:59Z', 3900, 1), row('2019-03-12T08:00Z', 3901, 1)].join('\n'),
        ),
      }).fetch,
    );
    expect(ledger.book(BTC, 'archive').asked).toEqual([
      range('2019-03-12T01:59Z', '2019-03-12T02:00Z'),
      range('2019-03-12T08:00Z', '2019-03-12T08:01Z'),
    ]);
  });

  it('may begin with a header line, and counts contracts of COIN-M as quote', async () => {
    const COIN = market('binancecoinm', 'ATOM', 'USD', 'perp');
    const text = [
      'open_time,open,high,low,close,volume,close_time,base_volume,count,a,b,ignore',
      row('2025-10-10T21:20Z', 1.1, 1),
    ].join('\n');
    const { ledger } = await brought(COIN, day, served({ 'ATOMUSD_PERP-1m-2025-10-10.zip': await zipped(text) }).fetch);
    // Ten contracts of 10 USD.
    expect([...ledger.book(COIN, 'archive').candles.values()]).toMatchObject([
      { low: 1.1, baseVolume: NaN, quoteVolume: 100 },
    ]);
  });

  it('of gate has months alone, seconds, and no row for a minute without a trade', async () => {
    const GATE = market('gate', 'ATOM', 'USDT');
    const text = ['21:18', '21:20', '21:22']
      .map((time) => `${String(Date.parse(`2025-10-10T${time}Z`) / 1000)},12.5,2,3,1,2.5`)
      .join('\n');
    const server = served({ 'ATOM_USDT-202510.csv.gz': gzipSync(text) });
    const { missing, ledger } = await brought(GATE, day, server.fetch);
    expect(missing).toEqual([]);
    expect(ledger.book(GATE, 'archive').asked).toEqual([day]);
    expect([...ledger.book(GATE, 'archive').candles.values()]).toMatchObject([
      { open: 2.5, high: 3, low: 1, close: 2, baseVolume: 12.5 },
    ]);
    expect(server.asked).toEqual(['https://download.gatedata.org/spot/candlesticks_1m/202510/ATOM_USDT-202510.csv.gz']);
  });

  it('of a month in which the asset was renamed is read from the files of both tickers, each for its own minutes', async () => {
    // The registry: at Binance MATIC became POL on 2024-09-13.
    const POL = market('binance', 'POL', 'USDT');
    const month = range('2024-09-01T00:00Z', '2024-10-01T00:00Z');
    const [before] = namedPieces(POL, piecesOf({ pieces: ['month'] }, month, LATER), month);
    const renamed = before?.parts.at(-1)?.to ?? NaN;
    const text = (price: number): string =>
      [renamed - 1, renamed].map((at) => row(formatMinute(minuteAt(at * 60_000)), price, 1)).join('\n');
    const server = served({
      'MATICUSDT-1m-2024-09.zip': await zipped(text(0.4)),
      'POLUSDT-1m-2024-09.zip': await zipped(text(0.5)),
    });
    const { ledger } = await brought(POL, month, server.fetch);
    expect(
      [...ledger.book(POL, 'archive').candles.values()].map(({ minute, close }) => [minute - renamed, close]),
    ).toEqual([
      [-1, 0.4],
      [0, 0.5],
    ]);
    const days = server.asked.flatMap((url) => /(MATIC|POL)USDT-1m-2024-09-(\d\d)\.zip$/.exec(url)?.slice(1) ?? []);
    expect(days.join(' ')).toMatch(/^MATIC 01 .*MATIC 13 POL 13 .*POL 30$/);
  });

  it('of a month whose file ends early is completed from the files of its days; what no file says stays unanswered', async () => {
    const month = range('2025-09-01T00:00Z', '2025-10-01T00:00Z');
    const minutes = (from: string, to: string): string[] => {
      const { from: first, to: end } = range(from, to);
      return Array.from({ length: end - first }, (_, i) => row(formatMinute(minuteAt((first + i) * 60_000)), 3));
    };
    const server = served({
      'ATOMUSDT-1m-2025-09.zip': await zipped(minutes('2025-09-01T00:00Z', '2025-09-29T12:00Z').join('\n')),
      'ATOMUSDT-1m-2025-09-29.zip': await zipped(minutes('2025-09-29T00:00Z', '2025-09-30T00:00Z').join('\n')),
      'ATOMUSDT-1m-2025-09-30.zip': await zipped(minutes('2025-09-30T00:00Z', '2025-09-30T23:00Z').join('\n')),
    });
    const { missing, ledger } = await brought(ATOM, month, server.fetch);
    expect(ledger.book(ATOM, 'archive').asked).toEqual([range('2025-09-01T00:00Z', '2025-09-30T23:00Z')]);
    expect(server.asked.flatMap((url) => /-1m-([\d-]+)\.zip$/.exec(url)?.[1] ?? [])).toEqual([
      '2025-09',
      '2025-09-29',
      '2025-09-30',
    ]);
    expect(linesOf(missing)).toEqual([
      expect.stringContaining(
        "2025-09-30T23:00Z to 2025-10-01T00:00Z: the archive's file for 2025-09-30 says nothing of these minutes (60 in all)",
      ),
    ]);
  });

  describe('without a row for a minute without a trade leaves minutes unknown, not without trade,', () => {
    const GATE = market('gate', 'ATOM', 'USDT');
    const line = (iso: string, more = ',12.5,2,3,1,2.5'): string => `${String(Date.parse(iso) / 1000)}${more}`;
    const two = range('2025-10-10T23:58Z', '2025-10-11T00:02Z');
    const of = async (lines: readonly string[]): ReturnType<typeof brought> =>
      brought(GATE, two, served({ '202510.csv.gz': gzipSync(lines.join('\n')) }).fetch);
    const whole = [range('2025-10-10T23:58Z', '2025-10-10T23:59Z'), range('2025-10-11T00:01Z', '2025-10-11T00:02Z')];

    it.each([
      ['a row at the beginning of a day whose time cannot be read', 'x,12.5,2,3,1,2.5'],
      ['a word in the middle of the file, which is no header', 'ATOM'],
    ])('for %s', async (_, bad) => {
      const { ledger } = await of([line('2025-10-10T23:58Z'), bad, line('2025-10-11T00:01Z')]);
      expect(ledger.book(GATE, 'archive').asked).toEqual(whole);
    });

    it('where a row has no volume', async () => {
      const { ledger, missing } = await of([line('2025-10-10T23:58Z'), line('2025-10-10T23:59Z', ',,2,3,1,2.5')]);
      expect(ledger.quarantined()).toMatchObject([{ minute: minuteAt(Date.parse('2025-10-10T23:59Z')) }]);
      expect(missing.filter(({ cause }) => cause.includes('quarantined'))).toMatchObject([
        {
          range: range('2025-10-10T23:59Z', '2025-10-11T00:00Z'),
          cause:
            '1 row is not a valid candle and was quarantined (it has a price but no volume, so whether it traded is not known)',
        },
      ]);
    });

    it('where its rows are not in order of time: nothing of it is stored', async () => {
      const { missing, ledger } = await of([line('2025-10-11T00:01Z'), line('2025-10-10T23:58Z')]);
      expect(ledger.answers).toEqual([]);
      expect(missing[0]?.cause).toBe(
        "the archive's file for 2025-10 was not used: line 2: a row of 2025-10-10T23:58Z comes after a row of 2025-10-11T00:01Z",
      );
    });
  });
});

describe("the simulator's archives", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ scenario: crashScenario() });
  });
  afterAll(() => simulator.close());

  const window = range('2025-10-10T00:00Z', '2025-10-11T00:00Z');
  async function run(
    roads: readonly ('rest' | 'archive')[],
    faults: FaultPlan = [],
    ledger = memoryLedger(),
    mode?: 'recheck',
  ): Promise<{ readonly report: Awaited<ReturnType<typeof ingest>>; readonly ledger: MemoryLedger }> {
    simulator.setFaults(faults);
    const report = await ingest(
      {
        assets: ['ATOM' as Asset],
        venues: ['binance' as Venue],
        windows: [window],
        source: 'simulated',
        roads,
        ...(mode === undefined ? {} : { mode }),
      },
      {
        ledger,
        now: Date.now,
        origin: simulator.origin,
        archive: `${simulator.origin}/archive`,
        throttle: false,
        patience: { random: () => 0.5, sleep: () => Promise.resolve() },
      },
    );
    return { report, ledger };
  }

  it('give the candles the API gives, as a source of their own', async () => {
    const { report, ledger } = await run(['rest', 'archive']);
    expect(report.missing).toEqual([]);
    expect([...ledger.book(ATOM, 'simulated-archive').candles.values()]).toEqual([
      ...ledger.book(ATOM, 'simulated').candles.values(),
    ]);
    expect(ledger.book(ATOM, 'simulated-archive').candles.size).toBe(1_440);
  });

  it('re-published with other rows are seen when they are read again (traps 8 and 10)', async () => {
    const { ledger } = await run(['archive']);
    const edited = minuteAt(Date.UTC(2025, 9, 10, 21, 20));
    const { report } = await run(
      ['archive'],
      [{ fault: { kind: 'edited-candle', minute: edited, factor: 0.5 }, path: /ATOMUSDT-1m-2025-10-10/ }],
      ledger,
      'recheck',
    );
    expect(JSON.stringify(report.rechecked)).toContain('"differ":1');
  });
});
