import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, pairOf, type Asset, type Market, type Venue } from '../../domain/market';
import { formatMinute, minuteAt, minuteRange, minutesIn, plus, type Minute } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { FaultPlan } from '../../simulator/faults';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { ingest, type IngestReport, type IngestRequest } from './ingest';

const CANDLES = /kline|candle|OHLC/i;
const ATOM = 'ATOM' as Asset;
const at = (time: string): Minute => minuteAt(Date.parse(`2025-10-10T${time}Z`));
const window = minuteRange(at('20:30'), at('22:30'));
/** The hour of the crash. */
const hour = minuteRange(at('21:00'), at('22:00'));
/** Two venues that fill minutes without a trade and two that omit them. */
const VENUES = ['binance', 'okx', 'coinbase', 'kucoin'];

const scenario = crashScenario();
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterEach(() => {
  simulator.setFaults([]);
});
afterAll(() => simulator.close());

async function run(
  faults: FaultPlan,
  venues: readonly string[] = VENUES,
  ledger = memoryLedger(),
  more: Partial<IngestRequest> = {},
): Promise<{ readonly report: IngestReport; readonly ledger: MemoryLedger }> {
  simulator.setFaults(faults);
  const report = await ingest(
    {
      assets: [ATOM],
      venues: venues as readonly Venue[],
      windows: [window],
      source: 'simulated',
      roads: ['rest'],
      ...more,
    },
    {
      ledger,
      now: Date.now,
      origin: simulator.origin,
      patience: { random: () => 0.5, sleep: () => Promise.resolve() },
    },
  );
  return { report, ledger };
}

const marketsIn = (report: IngestReport): readonly Market[] => report.venues.flatMap(({ markets }) => markets);

/** Whether the simulator traded a market in a minute. */
function traded(market: Market, minute: Minute): boolean {
  const simulated = scenario.markets.find((one) => nameOf(one) === nameOf(market));
  if (simulated === undefined) throw new Error(`${nameOf(market)} is not simulated`);
  return candleAt(scenario.candles(simulated), minute - scenario.range.from) !== undefined;
}

/** The minutes recorded as minutes without a trade in which the simulator traded. */
function misread(report: IngestReport, ledger: MemoryLedger): readonly string[] {
  const aside = new Set(
    ledger.answers.flatMap(({ market, quarantined }) =>
      quarantined.map(({ minute }) => `${nameOf(market)} ${String(minute)}`),
    ),
  );
  return marketsIn(report).flatMap((market) => {
    const { asked, candles } = ledger.book(market);
    return asked.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => plus(from, i))
        .filter((minute) => !candles.has(minute) && !aside.has(`${nameOf(market)} ${String(minute)}`))
        .filter((minute) => traded(market, minute))
        .map((minute) => `${nameOf(market)} ${formatMinute(minute)}`),
    );
  });
}

describe('a venue that answers with a well-formed empty 200 in mid-crash', () => {
  it('for whatever touches an hour: none of it becomes "no trade", and all of it is named with the mend', async () => {
    const { report, ledger } = await run([{ fault: { kind: 'empty', of: hour }, path: CANDLES }]);
    expect(misread(report, ledger)).toEqual([]);
    for (const market of marketsIn(report)) {
      for (const { from, to } of ledger.book(market).asked) expect(to <= hour.from || from >= hour.to).toBe(true);
      expect(
        ledger.attempts.some(
          ({ market: failed, asked, outcome }) =>
            nameOf(failed) === nameOf(market) && outcome === 'failed' && asked.from <= hour.from && asked.to >= hour.to,
        ),
      ).toBe(true);
    }
    const line = report.missing.find((one) => one.startsWith('Binance ATOM/USDT'));
    expect(line).toMatch(/: answered without a row, although the venue sends one for every minute, traded or not; /);
    expect(line).toContain('run `plumbline ingest --repair` to request it again');
  });

  it('for ever, for one market: that market alone is missing', async () => {
    const { report, ledger } = await run(
      [{ fault: { kind: 'empty' }, path: CANDLES, address: /ATOM-?USD(T?)\b/ }],
      ['okx', 'coinbase'],
    );
    const lacking = new Set(ledger.attempts.map(({ market }) => nameOf(market)));
    expect([...lacking].sort()).toEqual(['coinbase ATOM/USD', 'okx ATOM/USDT']);
    for (const market of marketsIn(report))
      expect(ledger.book(market).asked).toEqual(lacking.has(nameOf(market)) ? [] : [window]);
  });

  it('for ever, for all: the venue is asked a bounded number of times, and nothing is recorded', async () => {
    const calm = simulator.requests.length;
    await run([], ['coinbase']);
    const before = simulator.requests.length;
    const { report, ledger } = await run([{ fault: { kind: 'empty' }, path: CANDLES }], ['coinbase']);
    expect(ledger.answers.filter(({ asked }) => minutesIn(asked) > 0)).toEqual([]);
    expect(report.missing.length).toBeGreaterThan(0);
    // Once as usual, once in another size, once later.
    expect(simulator.requests.length - before).toBeLessThanOrEqual(3 * (before - calm));
  });

  it('for a while: what comes when it is asked again counts, and nothing is missing', async () => {
    const calm = await run([]);
    const { report, ledger } = await run(
      VENUES.map((venue) => ({ fault: { kind: 'empty' }, venue, path: CANDLES, times: 2 }) as const),
    );
    expect(report.missing).toEqual([]);
    expect(ledger.contents()).toBe(calm.ledger.contents());
  });

  it('is mended by a repair once the venue is whole again', async () => {
    const calm = await run([]);
    const { ledger, report } = await run([{ fault: { kind: 'empty', of: hour }, path: CANDLES }]);
    const parts = ledger.attempts.map(({ market, asked }) => ({ market, road: 'rest' as const, range: asked }));
    const listed = new Map(marketsIn(report).map((market) => [nameOf(market), market]));
    const repaired = await run([], VENUES, ledger, {
      parts: parts.map((part) => ({ ...part, market: listed.get(nameOf(part.market)) ?? part.market })),
      windows: [],
    });
    expect(repaired.report.missing).toEqual([]);
    expect(JSON.parse(ledger.contents())).toEqual(JSON.parse(calm.ledger.contents()));
  });
});

describe('rows whose volume is null', () => {
  it('are no candles and no minutes without a trade: all of them are set aside, and the market is named', async () => {
    const { report, ledger } = await run(
      [{ fault: { kind: 'no-volume' }, path: CANDLES }],
      ['binance', 'okx', 'coinbase', 'kraken'],
    );
    expect(misread(report, ledger)).toEqual([]);
    for (const market of marketsIn(report)) expect(ledger.book(market).candles.size).toBe(0);
    expect(new Set(ledger.quarantined().map(({ reason }) => reason))).toEqual(
      new Set(['it has a price but no volume, so whether it traded is not known']),
    );
    expect(report.missing.join('\n')).toContain('quarantined');
  });

  it('are set aside one by one where the rest of the row says a quote volume or a count', async () => {
    const nulled: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('klines')) return response;
      const rows = (await response.json()) as unknown[][];
      rows.forEach((row, i) => {
        if (i === 7) row[5] = null;
      });
      return Response.json(rows, { headers: { date: response.headers.get('date') ?? '' } });
    };
    const ledger = memoryLedger();
    await ingest(
      { assets: [ATOM], venues: ['binance' as Venue], windows: [window], source: 'simulated', roads: ['rest'] },
      { ledger, now: Date.now, origin: simulator.origin, fetch: nulled },
    );
    const market = ledger.answers.map((answer) => answer.market).find((one) => pairOf(one) === 'ATOM/USDT');
    if (market === undefined) throw new Error('no market');
    expect(ledger.book(market).candles.has(plus(window.from, 7))).toBe(false);
    expect(ledger.book(market).candles.size).toBe(minutesIn(window) - 1);
    expect(ledger.quarantined().every(({ minute }) => minute === plus(window.from, 7))).toBe(true);
  });
});

describe('whatever the faults', () => {
  const NAMES = { address: fc.constantFrom(undefined, /ATOM/, /BTC/), venue: fc.constantFrom(undefined, ...VENUES) };
  const range = fc
    .tuple(fc.integer({ min: 0, max: 110 }), fc.integer({ min: 1, max: 90 }))
    .map(([from, minutes]) => minuteRange(plus(window.from, from), plus(window.from, from + minutes)));
  const fault = fc.oneof(
    fc.constant({ kind: 'empty' } as const),
    range.map((of) => ({ kind: 'empty', of }) as const),
    fc.constant({ kind: 'no-volume' } as const),
    fc.constant({ kind: 'wrong-range' } as const),
    fc.constant({ kind: 'shuffled' } as const),
  );
  const rule = fc.record({
    fault,
    address: NAMES.address,
    venue: NAMES.venue,
    every: fc.constantFrom(undefined, 1, 2, 3),
    times: fc.constantFrom(undefined, 1, 3),
  });

  it('no minute in which the simulator traded is ever recorded as one without a trade', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 3 }), async (rules) => {
        const plan = rules.map(({ fault: kind, ...rest }) => ({
          fault: kind,
          path: CANDLES,
          ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as object),
        }));
        const { report, ledger } = await run(plan);
        expect(misread(report, ledger)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
