import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Asset, Market, Venue } from '../../domain/market';
import { minuteAt, minuteRange, minutesIn, type MinuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { FaultPlan } from '../../simulator/faults';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { ingest, type IngestReport } from '../run/ingest';
import { linesOf } from '../record/missing';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { bringInTradeArchive } from './bringInTrades';
import { tradeArchiveOf } from './table';

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
const DAY = range('2025-10-10T00:00Z', '2025-10-11T00:00Z');

async function zipped(text: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), 'aggTrades.csv');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers every address with the zip, and with its checksum beside it. */
const serving =
  (bytes: Buffer): typeof fetch =>
  (address) => {
    const url = address instanceof Request ? address.url : address.toString();
    return Promise.resolve(
      new Response(
        url.endsWith('.CHECKSUM')
          ? `${createHash('sha256').update(bytes).digest('hex')}  a.zip\n`
          : new Uint8Array(bytes),
      ),
    );
  };

async function built(
  lines: readonly string[],
  of: Market = ATOM,
): Promise<{ readonly ledger: MemoryLedger; readonly missing: readonly string[] }> {
  const archive = tradeArchiveOf(of);
  if (archive === undefined) throw new Error('no archive of trades');
  const ledger = memoryLedger();
  const missing = await bringInTradeArchive(archive, of, DAY, {
    ledger,
    source: 'trades',
    now: () => LATER,
    signal: undefined,
    fetch: serving(await zipped(lines.join('\n'))),
    patiently: (ask) => ask(),
    recorded: () => undefined,
  });
  return { ledger, missing: linesOf(missing) };
}

/** A row of the file: `2025-10-10T{time}`, in microseconds. */
const row = (id: number, time: string, price: string, amount: string, first: number, last: number): string =>
  `${String(id)},${price},${amount},${String(first)},${String(last)},${String(Date.parse(`2025-10-10T${time}Z`) * 1_000)},True,True`;

/** The first and the last trade of a day: a file from one to the other holds the whole of it. */
const morning = (id: number): string => row(id, '00:00:30', '2', '1', id, id);
const night = (id: number): string => row(id, '23:59:30', '2', '1', id, id);
const at = (time: string): number => minuteAt(Date.parse(`2025-10-10T${time}Z`));

describe('a file of aggregated trades', () => {
  it('gives the candles of its trades, and no trade in every other minute of its day', async () => {
    const { ledger, missing } = await built([
      morning(6),
      row(7, '21:20:37.689', '0.00100000', '10.50000000', 100, 101),
      row(8, '21:20:38.000', '1.99700000', '2.00000000', 102, 102),
      row(9, '21:22:00.000', '2.50000000', '4.00000000', 103, 106),
      night(10),
    ]);
    expect(missing).toEqual([]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([DAY]);
    expect([...ledger.book(ATOM, 'trades').candles.values()].slice(1, -1)).toEqual([
      {
        minute: minuteAt(Date.parse('2025-10-10T21:20Z')),
        open: 0.001,
        high: 1.997,
        low: 0.001,
        close: 1.997,
        baseVolume: 12.5,
        quoteVolume: 4.0045,
        trades: 3,
      },
      {
        minute: minuteAt(Date.parse('2025-10-10T21:22Z')),
        open: 2.5,
        high: 2.5,
        low: 2.5,
        close: 2.5,
        baseVolume: 4,
        quoteVolume: 10,
        trades: 4,
      },
    ]);
    expect(ledger.answers[0]?.provenance[0]).toMatchObject({
      address: 'https://data.binance.vision/data/spot/daily/aggTrades/ATOMUSDT/ATOMUSDT-aggTrades-2025-10-10.zip',
      reader: 'archive',
    });
  });

  it('of contracts counts quote: ten of 10 USD are 100 USD, and base is unknown', async () => {
    const COIN = market('binancecoinm', 'ATOM', 'USD', 'perp');
    const header = 'agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker';
    const line = (id: number, time: string): string =>
      `${String(id)},1.055,10,${String(2 * id)},${String(2 * id + 1)},${String(Date.parse(`2025-10-10T${time}Z`))},true`;
    const { ledger } = await built([header, line(6, '00:00:01'), line(7, '21:21:02'), line(8, '23:59:59')], COIN);
    expect([ledger.book(COIN, 'trades').candles.get(minuteAt(Date.parse('2025-10-10T21:21Z')))]).toMatchObject([
      { low: 1.055, baseVolume: NaN, quoteVolume: 100, trades: 2 },
    ]);
  });

  it('that skips an id leaves the minutes around it unknown and says so', async () => {
    const { ledger, missing } = await built([
      morning(6),
      row(7, '10:00:01', '2', '1', 1, 1),
      row(8, '10:01:01', '2', '1', 2, 2),
      row(11, '10:03:01', '2', '1', 9, 9),
      row(12, '10:05:01', '2', '1', 10, 10),
      night(13),
    ]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([
      range('2025-10-10T00:00Z', '2025-10-10T10:01Z'),
      range('2025-10-10T10:04Z', '2025-10-11T00:00Z'),
    ]);
    expect([...ledger.book(ATOM, 'trades').candles.keys()]).toEqual(['00:00', '10:00', '10:05', '23:59'].map(at));
    expect(missing).toEqual([
      expect.stringContaining("2025-10-10T10:01Z to 2025-10-10T10:04Z: the archive's file lacks trades after id 8"),
    ]);
  });

  it('puts a minute in quarantine of which a row has no price or stands for no number of trades, and says so', async () => {
    const { ledger, missing } = await built([
      morning(6),
      row(7, '10:00:01', '0', '0', -1, -1),
      row(8, '10:00:02', '2', '1', 2, 2),
      row(9, '10:01:00', '2', '1', 3, 3),
      night(10),
    ]);
    expect([...ledger.book(ATOM, 'trades').candles.keys()]).toEqual(['00:00', '10:01', '23:59'].map(at));
    expect(ledger.quarantined()).toMatchObject([{ minute: at('10:00') }]);
    expect(missing).toEqual([
      expect.stringMatching(/ATOM\/USDT, 2025-10-10T10:00Z to 2025-10-10T10:01Z: 1 trade was quarantined \(/),
    ]);
  });

  it('that begins after its day began or ends before it ended proves nothing of the rest, nor that its edges are whole', async () => {
    const { ledger, missing } = await built([
      row(7, '06:00:40', '2', '1', 1, 1),
      row(8, '06:10:01', '3', '1', 2, 2),
      row(9, '06:20:01', '4', '1', 3, 3),
    ]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([range('2025-10-10T06:01Z', '2025-10-10T06:20Z')]);
    expect([...ledger.book(ATOM, 'trades').candles.keys()]).toEqual([at('06:10')]);
    expect(missing).toEqual([
      expect.stringMatching(/06:00Z to 2025-10-10T06:01Z: the trades of the archive's file begin or end here/),
      expect.stringMatching(/06:20Z to 2025-10-10T06:21Z: the trades of the archive's file begin or end here/),
      expect.stringMatching(/00:00Z to 2025-10-10T06:00Z: the archive's file for 2025-10-10 says nothing of these/),
      expect.stringMatching(/06:21Z to 2025-10-11T00:00Z: the archive's file for 2025-10-10 says nothing of these/),
    ]);
  });

  it('that is silent at its ends no longer than elsewhere holds its first and its last minute whole', async () => {
    const { ledger } = await built([
      row(7, '00:05:40', '2', '1', 1, 1),
      row(8, '12:00:00', '3', '1', 2, 2),
      row(9, '23:50:00', '4', '1', 3, 3),
    ]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([range('2025-10-10T00:05Z', '2025-10-10T23:51Z')]);
    expect([...ledger.book(ATOM, 'trades').candles.keys()]).toEqual(['00:05', '12:00', '23:50'].map(at));
  });

  it.each([
    [
      'whose ids go back',
      [row(8, '10:00:01', '2', '1', 1, 1), row(7, '10:00:02', '2', '1', 2, 2)],
      /line 2: id 7 comes after id 8/,
    ],
    [
      'whose times go back',
      [row(7, '10:05:01', '2', '1', 1, 1), row(8, '10:00:02', '2', '1', 2, 2)],
      /line 2: a trade of 2025-10-10T10:00Z comes after a trade of 2025-10-10T10:05Z/,
    ],
    [
      'in another unit of time',
      [row(7, '10:05:01', '2', '1', 1, 1).replace('000000,True', '000,True')],
      /line 1: its time is in ms where this archive writes us/,
    ],
    ['without rows', [''], /it has no rows/],
  ])('%s is named and not stored', async (_, lines, cause) => {
    const { ledger, missing } = await built(lines);
    expect(ledger.answers).toEqual([]);
    expect(missing).toEqual([expect.stringMatching(cause)]);
  });
});

describe('the road of trades in the rehearsal', () => {
  const scenario = crashScenario();
  let simulator: Simulator;
  let zips: string[] = [];
  beforeAll(async () => {
    simulator = await startSimulator({ scenario });
  });
  afterAll(() => simulator.close());

  async function run(
    window: MinuteRange,
    faults: FaultPlan = [],
  ): Promise<{ readonly report: IngestReport; readonly ledger: MemoryLedger; readonly notes: string }> {
    const ledger = memoryLedger();
    simulator.setFaults(faults);
    zips = [];
    const noting: typeof fetch = (address, init) => {
      const url = address instanceof Request ? address.url : address.toString();
      if (url.includes('vision')) zips.push(url);
      return fetch(address, init);
    };
    const report = await ingest(
      {
        assets: ['ATOM' as Asset],
        venues: ['binance' as Venue],
        windows: [window],
        source: 'simulated',
        parts: [{ market: ATOM, road: 'trades', range: window }],
      },
      {
        ledger,
        now: Date.now,
        origin: simulator.origin,
        archive: `${simulator.origin}/archive`,
        fetch: noting,
        throttle: false,
        patience: { random: () => 0.5, sleep: () => Promise.resolve() },
      },
    );
    return { report, ledger, notes: JSON.stringify(report) };
  }

  function expectTheVenues(ledger: MemoryLedger, window: MinuteRange): void {
    const simulated = scenario.markets.find(
      (one) => one.venue === 'binance' && one.base === 'ATOM' && one.quote === 'USDT',
    );
    if (simulated === undefined) throw new Error('not listed');
    const columns = scenario.candles(simulated);
    const venues = Array.from({ length: minutesIn(window) }, (_, i) =>
      candleAt(columns, window.from + i - columns.range.from),
    ).filter((candle) => candle !== undefined);
    const stored = ledger.book(ATOM, 'simulated-trades');
    const mine = [...stored.candles.values()].sort((a, b) => a.minute - b.minute);
    expect(stored.asked).toEqual([window]);
    expect(
      mine.map(({ minute, open, high, low, close, trades }) => ({ minute, open, high, low, close, trades })),
    ).toEqual(venues.map(({ minute, open, high, low, close, trades }) => ({ minute, open, high, low, close, trades })));
    mine.forEach(({ baseVolume }, i) => {
      expect(baseVolume).toBeCloseTo(venues[i]?.baseVolume ?? NaN, 8);
    });
  }

  const evening = range('2025-10-10T20:30Z', '2025-10-10T22:30Z');
  /** The venue's own trades come a thousand a page. */
  const quiet = range('2025-10-10T06:00Z', '2025-10-10T07:00Z');
  const restAnswers = ({ answers }: MemoryLedger): number =>
    answers.filter(({ provenance }) => provenance.some(({ reader }) => reader.startsWith('ccxt'))).length;

  it("takes the archive where there is one: its candles are the venue's own, and no trade is asked of the venue", async () => {
    const { report, ledger } = await run(evening);
    expect(report.missing).toEqual([]);
    expectTheVenues(ledger, evening);
    expect(restAnswers(ledger)).toBe(0);
    expect(zips.some((url) => url.includes('ATOMUSDT-aggTrades-2025-10-10.zip'))).toBe(true);
  });

  it.each([
    [
      'a corrupt zip',
      [{ fault: { kind: 'truncated' }, path: /ATOMUSDT-aggTrades.*\.zip$/ }],
      /ATOM\/USDT, 2025-10-10T06:00Z to 2025-10-10T07:00Z: the archive's file for 2025-10-10 was not used: its SHA-256 is [0-9a-f]{64}, but its checksum file names [0-9a-f]{64}; its trades API is used instead/,
    ],
    [
      "another file's checksum",
      [{ fault: { kind: 'wrong-checksum' }, path: /CHECKSUM$/ }],
      /was not used: its SHA-256 is/,
    ],
    [
      'an archive that serves nobody here',
      [{ fault: { kind: 'geo-block' }, path: /aggTrades.*\.zip/ }],
      /the archive of trades did not answer/,
    ],
  ] as const)(
    "%s is named, nothing of it is stored, and the venue's own trades take its place",
    async (_, faults, note) => {
      const { ledger, notes } = await run(quiet, faults);
      expect(notes).toMatch(note);
      expect(
        ledger.answers.flatMap(({ provenance }) => provenance).filter(({ reader }) => reader === 'archive'),
      ).toEqual([]);
      expect(restAnswers(ledger)).toBeGreaterThan(0);
      expectTheVenues(ledger, quiet);
    },
  );

  it('asks the venue for what the archive has no file of', async () => {
    const { ledger, notes } = await run(quiet, [{ fault: { kind: 'missing' }, path: /aggTrades.*\.zip/ }]);
    expect(notes).not.toContain('was not used');
    expectTheVenues(ledger, quiet);
    expect(restAnswers(ledger)).toBeGreaterThan(0);
  });
});
