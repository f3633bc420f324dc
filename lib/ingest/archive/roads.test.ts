import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyColumns } from '../../domain/candle';
import type { Asset, Kind, Market, Venue } from '../../domain/market';
import { minuteAt, minuteRange, minutesIn, type MinuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { Fault, FaultPlan } from '../../simulator/faults';
import { candleAt, type ContractMarket, type Scenario } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';

import { ingest } from '../run/ingest';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';

const range = (from: string, to: string): MinuteRange =>
  minuteRange(minuteAt(Date.parse(from)), minuteAt(Date.parse(to)));

const market = (venue: string, base: string, quote: string, kind: Kind = 'spot'): Market => ({
  venue: venue as Venue,
  base: base as Asset,
  quote,
  kind,
});

const contract = (
  venue: string,
  base: string,
  quote: string,
  size: number,
  of: 'base' | 'quote' = 'base',
): ContractMarket => ({
  ...market(venue, base, quote, 'perp'),
  priceDecimals: 2,
  volumeDecimals: of === 'quote' ? 8 : Math.max(0, -Math.log10(size)),
  contract: { settle: of === 'quote' ? base : quote, size, of },
});

/** Contracts that trade a dozen times in a minute, and in every seventh not at all: three days of them are few trades. */
function quietContracts(): Scenario {
  const derivatives = [
    contract('okx', 'DOGE', 'USDT', 100),
    contract('okx', 'BTC', 'USDT', 0.01),
    contract('bybit', 'ATOM', 'USDT', 0.1),
    contract('bybit', 'BTC', 'USD', 1, 'quote'),
  ];
  const columns = new Map(
    derivatives.map((one) => {
      const made = emptyColumns(range('2025-10-09T00:00Z', '2025-10-12T00:00Z'));
      made.open.forEach((_, slot) => {
        if (slot % 7 === 3) return;
        const open = 100 + (slot % 50);
        const [contracts, middle] = [200 + slot, open + 1];
        const isInverse = one.contract.of === 'quote';
        const base = isInverse ? Math.round((contracts / middle) * 1e8) / 1e8 : contracts * one.contract.size;
        const candle = { open, high: open + 3, low: open - 2, close: open + 1, trades: 12 };
        for (const [field, value] of Object.entries(candle)) made[field as keyof typeof candle][slot] = value;
        made.baseVolume[slot] = base;
        made.quoteVolume[slot] = isInverse ? contracts : base * middle;
      });
      return [one.venue + one.base + one.quote, made];
    }),
  );
  return {
    name: 'quiet contracts',
    range: range('2025-10-09T00:00Z', '2025-10-12T00:00Z'),
    nowMs: LATER,
    markets: [],
    derivatives,
    candles: ({ venue, base, quote }) => {
      const known = columns.get(venue + base + quote);
      if (known === undefined) throw new Error('not listed');
      return known;
    },
  };
}

const crash = crashScenario();
/** Days, months and the quarter of the crash are over. */
const LATER = Date.UTC(2026, 0, 2);
const quiet = quietContracts();
let simulators: readonly (readonly [Scenario, Simulator])[] = [];
beforeAll(async () => {
  simulators = await Promise.all(
    [crash, quiet].map(async (scenario) => [scenario, await startSimulator({ scenario, nowMs: () => LATER })] as const),
  );
});
afterAll(() => Promise.all(simulators.map(([, simulator]) => simulator.close())));

const played = (kind: Kind): readonly [Scenario, Simulator] => {
  const found = simulators.find(([scenario]) => scenario === (kind === 'perp' ? quiet : crash));
  if (found === undefined) throw new Error('not started');
  return found;
};

interface Ran {
  readonly ledger: MemoryLedger;
  readonly missing: readonly string[];
  readonly files: readonly string[];
}

async function ran(
  of: Market,
  road: 'archive' | 'trades',
  window: MinuteRange,
  change: {
    readonly faults?: FaultPlan;
    readonly archive?: string;
    readonly ledger?: MemoryLedger;
    readonly mode?: 'recheck';
  } = {},
): Promise<Ran> {
  const [, simulator] = played(of.kind);
  simulator.setFaults(change.faults ?? []);
  const before = simulator.requests.length;
  const ledger = change.ledger ?? memoryLedger();
  const report = await ingest(
    {
      assets: [of.base],
      venues: [of.venue],
      windows: [window],
      source: 'simulated',
      kinds: [of.kind],
      parts: [{ market: of, road, range: window }],
      ...(change.mode === undefined ? {} : { mode: change.mode }),
    },
    {
      ledger,
      now: Date.now,
      origin: simulator.origin,
      archive: change.archive ?? `${simulator.origin}/archive`,
      throttle: false,
      patience: { random: () => 0.5, sleep: () => Promise.resolve() },
    },
  );
  return {
    ledger,
    missing: report.missing,
    files: simulator.requests.slice(before).flatMap(({ venue, path }) => (venue === 'archive' ? [path] : [])),
  };
}

/** The scenario's own candles: what every road must give. */
function truth(of: Market, window: MinuteRange): ReturnType<typeof candleAt>[] {
  const [scenario] = played(of.kind);
  const listed = [...scenario.markets, ...(scenario.derivatives ?? [])].find(
    (one) => one.venue === of.venue && one.base === of.base && one.quote === of.quote && one.kind === of.kind,
  );
  if (listed === undefined) throw new Error('not listed');
  const columns = scenario.candles(listed);
  return Array.from({ length: minutesIn(window) }, (_, i) =>
    candleAt(columns, window.from + i - columns.range.from),
  ).filter((candle) => candle !== undefined);
}

/** Holds what was stored against the scenario; volumes to the eighth decimal, and NaN where the source does not say. */
function expectTruth(
  of: Market,
  road: 'archive' | 'trades',
  window: MinuteRange,
  { ledger }: Ran,
  unsaid: readonly string[] = [],
): void {
  const stored = ledger.book(of, road === 'archive' ? 'simulated-archive' : 'simulated-trades');
  expect(stored.asked).toEqual([window]);
  const mine = [...stored.candles.values()]
    .filter(({ baseVolume }) => baseVolume !== 0)
    .sort((a, b) => a.minute - b.minute);
  const theirs = truth(of, window);
  expect(theirs.length).toBeGreaterThan(60);
  expect(mine.map(({ minute, open, high, low, close }) => [minute, open, high, low, close])).toEqual(
    theirs.map((candle) => [candle?.minute, candle?.open, candle?.high, candle?.low, candle?.close]),
  );
  for (const field of ['baseVolume', 'quoteVolume', 'trades'] as const) {
    mine.forEach((candle, i) => {
      if (unsaid.includes(field)) expect(candle[field]).toBeNaN();
      else {
        const wanted = theirs[i]?.[field] ?? NaN;
        expect(Math.abs(candle[field] - wanted)).toBeLessThanOrEqual(1e-6 * wanted);
      }
    });
  }
}

const evening = range('2025-10-10T20:30Z', '2025-10-10T22:30Z');
/** Around 16:00 UTC, where a day of UTC+8 ends. */
const turn = range('2025-10-10T15:00Z', '2025-10-10T17:00Z');

describe("HTX's daily candles", () => {
  const ATOM = market('htx', 'ATOM', 'USDT');

  it('give a day of UTC from two days of UTC+8, each with its checksum', async () => {
    const day = range('2025-10-10T00:00Z', '2025-10-11T00:00Z');
    const got = await ran(ATOM, 'archive', day);
    expect(got.missing).toEqual([]);
    expect(got.files).toEqual(
      ['2025-10-10', '2025-10-11'].flatMap((label) =>
        ['CHECKSUM', 'zip'].map((end) => `/data/data/klines/spot/daily/ATOMUSDT/1min/ATOMUSDT-1min-${label}.${end}`),
      ),
    );
    expectTruth(ATOM, 'archive', day, got, ['trades']);
  });

  it('whose checksum is of another file are fetched once more and left', async () => {
    const { ledger, missing, files } = await ran(ATOM, 'archive', evening, {
      faults: [{ fault: { kind: 'wrong-checksum' }, path: /CHECKSUM$/ }],
    });
    expect(ledger.answers).toEqual([]);
    expect(files.filter((path) => path.endsWith('.zip'))).toHaveLength(2);
    expect(missing).toEqual([
      expect.stringMatching(
        /20:30Z to 2025-10-10T22:30Z: the archive's file for 2025-10-11 was not used: its SHA-256 is/,
      ),
    ]);
  });
});

describe("OKX's trades", () => {
  it.each([
    ['of spot, in base', market('okx', 'ATOM', 'USDT'), 'ATOM-USDT'],
    ['of a contract of 100 DOGE', market('okx', 'DOGE', 'USDT', 'perp'), 'DOGE-USDT-SWAP'],
    ['of a contract of 0.01 BTC', market('okx', 'BTC', 'USDT', 'perp'), 'BTC-USDT-SWAP'],
  ])('give the candles %s, edge to edge over the end of a day of UTC+8', async (_, of, instrument) => {
    const got = await ran(of, 'trades', turn);
    expect(got.missing).toEqual([]);
    expect(got.files).toEqual(
      ['2025-10-10', '2025-10-11'].map(
        (label) => `/cdn/okex/traderecords/trades/daily/${label.replaceAll('-', '')}/${instrument}-trades-${label}.zip`,
      ),
    );
    expectTruth(of, 'trades', turn, got);
  });
});

describe("Bybit's trades", () => {
  it.each([
    ['of spot', market('bybit', 'ATOM', 'USDT'), '/spot/ATOMUSDT/ATOMUSDT_2025-10-10.csv.gz', []],
    [
      'of a linear contract',
      market('bybit', 'ATOM', 'USDT', 'perp'),
      '/trading/ATOMUSDT/ATOMUSDT2025-10-10.csv.gz',
      [],
    ],
    [
      'of an inverse contract, whose amounts are USD',
      market('bybit', 'BTC', 'USD', 'perp'),
      '/trading/BTCUSD/BTCUSD2025-10-10.csv.gz',
      ['baseVolume'],
    ],
  ])('give the candles %s', async (_, of, file, unsaid) => {
    const got = await ran(of, 'trades', evening);
    expect(got.missing).toEqual([]);
    expect(got.files).toEqual([file]);
    expectTruth(of, 'trades', evening, got, unsaid);
  });
});

describe("Kraken's zip of a quarter", () => {
  const ATOM = market('kraken', 'ATOM', 'USD');
  const BTC = market('kraken', 'BTC', 'USD');

  it.each([
    ['ATOM', ATOM],
    ['Bitcoin, which it calls XBT', BTC],
  ])('gives the candles of %s out of the files of all markets', async (_, of) => {
    const got = await ran(of, 'archive', evening);
    expect(got.missing).toEqual([]);
    expect(got.files).toEqual(['/Kraken_OHLCVT_Q4_2025.zip']);
    expectTruth(of, 'archive', evening, got, ['quoteVolume']);
  });

  it('proves nothing before its first row and after its last', async () => {
    const { ledger, missing } = await ran(ATOM, 'archive', range('2025-10-11T00:00Z', '2025-10-11T02:00Z'));
    const { asked } = ledger.book(ATOM, 'simulated-archive');
    expect(asked.at(-1)?.to).toBeLessThanOrEqual(minuteAt(Date.parse('2025-10-11T00:06Z')));
    expect(missing.join()).toMatch(
      /to 2025-10-11T02:00Z: the archive's file for 2025-Q4 says nothing of these minutes/,
    );
  });
});

describe('a file', () => {
  const roads: readonly (readonly [string, Market, 'archive' | 'trades', RegExp])[] = [
    ['of HTX', market('htx', 'ATOM', 'USDT'), 'archive', /ATOMUSDT-1min.*zip$/],
    ['of OKX', market('okx', 'ATOM', 'USDT'), 'trades', /ATOM-USDT-trades.*zip$/],
    ['of Bybit', market('bybit', 'ATOM', 'USDT', 'perp'), 'trades', /ATOMUSDT.*gz$/],
    ['of Kraken', market('kraken', 'ATOM', 'USD'), 'archive', /Kraken.*zip$/],
  ];

  it.each(roads)('%s that is cut off leaves nothing behind and is named', async (_, of, road, path) => {
    const { ledger, missing } = await ran(of, road, evening, { faults: [{ fault: { kind: 'truncated' }, path }] });
    expect(ledger.answers).toEqual([]);
    expect(missing).toEqual([expect.stringMatching(/was not used: (it cannot be unpacked|its SHA-256 is)/)]);
  });

  it.each(roads)('%s that is uploaded anew makes revisions when it is read again', async (_, of, road, path) => {
    const minute = minuteAt(Date.parse('2025-10-10T21:20Z'));
    const window = range('2025-10-10T21:15Z', '2025-10-10T21:25Z');
    const { ledger } = await ran(of, road, window);
    const fault: Fault = { kind: 'edited-candle', minute, factor: 0.5 };
    const source = road === 'archive' ? 'simulated-archive' : 'simulated-trades';
    const low = ledger.book(of, source).candles.get(minute)?.low;
    await ran(of, road, window, {
      ledger,
      mode: 'recheck',
      faults: [{ fault, path: new RegExp(`${path.source}|CHECKSUM$`) }],
    });
    expect(ledger.book(of, source).candles.get(minute)?.low).toBeCloseTo((low ?? NaN) / 2, 8);
  });
});
