import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Market, Venue } from '../../domain/market';
import { epochMs, minuteAt, minuteRange, minutesIn, type MinuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { connect, type Trade, type TradePage, type VenueConnection } from '../venue/connect';
import type { Missing } from '../record/missing';
import type { PagerOptions } from '../paging/pager';
import { at, ATOM, PROVENANCE, T } from '../testing/page';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { candleRules, capabilityOf, listItself, type TradeFacts } from '../venues/capability';
import { Writer } from '../record/writer';
import { bringInTrades } from './bringIn';

const DAY_LATER = epochMs(at(1_440));

async function bring(
  market: Market,
  range: MinuteRange,
  connection: VenueConnection,
  ledger: MemoryLedger,
  change: Partial<PagerOptions> = {},
): Promise<readonly Missing[]> {
  const writer = new Writer(ledger);
  const missing = await bringInTrades(market, range, {
    connection,
    writer,
    source: 'trades',
    now: () => DAY_LATER,
    signal: undefined,
    patiently: (ask) => ask(),
    recorded: () => undefined,
    ...change,
  });
  await writer.drained();
  return missing;
}

/** A trade `seconds` after 21:00, its id as given. */
const trade = (id: number, seconds: number, price = 3, amount = 1): Trade => ({
  id: String(id),
  ms: epochMs(T) + seconds * 1_000,
  price,
  amount,
  raw: [id],
});

/** A venue whose trades come from code: by `since`, or by the id after the last one known. */
function venueOf(
  tape: readonly Trade[],
  facts: Partial<TradeFacts> = {},
  answer?: (from: Parameters<VenueConnection['trades']>[1]) => readonly Trade[],
): VenueConnection & { asked: unknown[] } {
  const asked: unknown[] = [];
  const trades: TradeFacts = { cap: 5, next: ({ id }) => ({ from: id }), ...facts };
  const capability = capabilityOf('kraken', {
    cap: 720,
    emptyMinutes: 'flat',
    volume: 'base',
    rowsIn: listItself,
    trades,
  });
  const honest = (from: Parameters<VenueConnection['trades']>[1]): readonly Trade[] => {
    const start =
      'next' in from
        ? tape.findIndex(({ id }) => id === from.next['from'])
        : tape.findIndex(({ ms }) => ms >= from.sinceMs);
    return start === -1 ? [] : tape.slice(start, start + trades.cap);
  };
  return {
    asked,
    venue: ATOM.venue,
    capability,
    uncertain: () => [],
    listedFrom: () => undefined,
    contract: () => undefined,
    timeframes: () => [],
    partsOf: (_, range) => [range],
    rules: (market) => candleRules(capability, market.kind, false),
    markets: () => Promise.resolve([ATOM]),
    page: () => Promise.reject(new Error('no candles')),
    another: () => Promise.reject(new Error('one is enough')),
    time: () => Promise.resolve(),
    clockMs: () => DAY_LATER,
    trades: (_, from): Promise<TradePage> => {
      asked.push(from);
      return Promise.resolve({
        trades: (answer ?? honest)(from),
        contract: undefined,
        venueClockMs: DAY_LATER,
        provenance: PROVENANCE,
      });
    },
  };
}

const rowsStored = (
  ledger: MemoryLedger,
): readonly (readonly [number, number, number, number, number, number, number])[] =>
  [...ledger.book(ATOM, 'trades').candles.values()]
    .sort((a, b) => a.minute - b.minute)
    .map((c) => [c.minute - T, c.open, c.high, c.low, c.close, c.baseVolume, c.trades]);

/** A trade every 20 seconds from 20:50 on, at a price that tells them apart. */
const TAPE = Array.from({ length: 120 }, (_, i) => trade(100 + i, -600 + 20 * i, 3 + i / 1_000, 0.1));

describe('candles built from a venue’s trades', () => {
  it('hold open and close by the order of trades, the extremes, the sum of amounts and the count', async () => {
    const ledger = memoryLedger();
    expect(await bring(ATOM, minuteRange(at(0), at(2)), venueOf(TAPE), ledger)).toEqual([]);
    // The trades of 21:00 are numbers 30, 31 and 32 of the tape, those of 21:01 numbers 33 to 35.
    expect(rowsStored(ledger)).toEqual([
      [0, 3.03, 3.032, 3.03, 3.032, 0.3, 3],
      [1, 3.033, 3.035, 3.033, 3.035, 0.3, 3],
    ]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([minuteRange(at(0), at(2))]);
  });

  it('order trades of one instant by their id, however the page lists them', async () => {
    const tape = [trade(1, -30), trade(11, 10, 5), trade(9, 10, 4), trade(10, 10, 6), trade(12, 70)];
    const ledger = memoryLedger();
    await bring(ATOM, minuteRange(at(0), at(1)), venueOf(tape, { cap: 50 }), ledger);
    expect(rowsStored(ledger)).toEqual([[0, 4, 6, 4, 5, 3, 3]]);
  });

  it('count a repeated trade once: pages overlap', async () => {
    const all = memoryLedger();
    const small = memoryLedger();
    await bring(ATOM, minuteRange(at(0), at(20)), venueOf(TAPE, { cap: 1_000 }), all);
    await bring(ATOM, minuteRange(at(0), at(20)), venueOf(TAPE, { cap: 2 }), small);
    expect(rowsStored(small)).toEqual(rowsStored(all));
    expect(rowsStored(all)).toHaveLength(20);
  });

  it('leave a minute without a trade as no trade, and never as one of volume NaN', async () => {
    const ledger = memoryLedger();
    await bring(
      ATOM,
      minuteRange(at(0), at(3)),
      venueOf([trade(1, -5), trade(2, 10), trade(3, 130), trade(4, 200)]),
      ledger,
    );
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([0, 2]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([minuteRange(at(0), at(3))]);
    for (const candle of ledger.book(ATOM, 'trades').candles.values())
      expect(Number.isNaN(candle.baseVolume) || Number.isNaN(candle.quoteVolume)).toBe(false);
  });

  it('count an aggregated row for as many trades as it stands for', async () => {
    const ledger = memoryLedger();
    const countOf = (raw: unknown): number => (Array.isArray(raw) && raw[0] === 2 ? 7 : 1);
    await bring(
      ATOM,
      minuteRange(at(0), at(1)),
      venueOf([trade(1, -5), trade(2, 10), trade(3, 20), trade(4, 70)], { countOf }),
      ledger,
    );
    expect(rowsStored(ledger)[0]?.[6]).toBe(8);
  });
});

describe('a minute is answered only where the pages provably cover it whole', () => {
  it('asks further back until a page holds a trade before the start', async () => {
    const ledger = memoryLedger();
    const venue = venueOf([trade(1, -1_800), trade(2, 30), trade(3, 90)]);
    expect(await bring(ATOM, minuteRange(at(0), at(1)), venue, ledger)).toEqual([]);
    expect(venue.asked.slice(0, 2)).toEqual([{ sinceMs: epochMs(at(-1)) }, { sinceMs: epochMs(at(-60)) }]);
  });

  it('records nothing where since is ignored and the newest trades come (trap 2)', async () => {
    const ledger = memoryLedger();
    const newest = Array.from({ length: 5 }, (_, i) => trade(900 + i, 80_000 + i));
    const missing = await bring(
      ATOM,
      minuteRange(at(0), at(10)),
      venueOf([], {}, () => newest),
      ledger,
    );
    expect(ledger.answers).toEqual([]);
    expect(missing).toMatchObject([{ range: minuteRange(at(0), at(10)), unanswered: { outcome: 'failed' } }]);
    expect(missing[0]?.cause).toContain('instead, so no candle was built');
  });

  it('leaves out a beginning that a full page may have cut', async () => {
    const ledger = memoryLedger();
    const tail = TAPE.filter(({ ms }) => ms >= epochMs(at(2)) + 30_000);
    const missing = await bring(ATOM, minuteRange(at(0), at(10)), venueOf(tail), ledger);
    expect(missing.map(({ range }) => range)).toEqual([minuteRange(at(0), at(3))]);
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('ends at a gap between two pages, and keeps what was whole before it', async () => {
    const ledger = memoryLedger();
    const venue = venueOf(TAPE, {}, (from) => {
      if (!('next' in from)) return TAPE.slice(25, 40);
      return TAPE.slice(60, 70);
    });
    const missing = await bring(ATOM, minuteRange(at(0), at(20)), venue, ledger);
    // The first page ends amid 21:03; the newest minutes are not finished.
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([0, 1]);
    expect(missing).toMatchObject([
      {
        range: minuteRange(at(2), at(20)),
        cause: 'trades are missing between two replies, after id 139, so no candle was built from there on',
      },
    ]);
  });

  it('takes consecutive ids for the proof where the venue counts them up', async () => {
    const next: TradeFacts['next'] = ({ id }) => ({ from: String(Number(id) + 1) });
    const joined = memoryLedger();
    expect(await bring(ATOM, minuteRange(at(0), at(10)), venueOf(TAPE, { link: 'consecutive', next }), joined)).toEqual(
      [],
    );
    expect(rowsStored(joined)).toHaveLength(10);
    const gapped = await bring(
      ATOM,
      minuteRange(at(0), at(10)),
      venueOf(
        TAPE.filter(({ id }) => id !== '140'),
        { link: 'consecutive', next },
      ),
      memoryLedger(),
    );
    expect(gapped[0]?.cause).toContain('trades are missing in a reply, after id 139');
  });

  it.each([
    ['is proven by the trade before them', [trade(0, -30_000)], [], [minuteRange(at(0), at(241))]],
    [
      'proves nothing where none came before them',
      [],
      [{ range: minuteRange(at(0), at(240)), isSilent: true }],
      [minuteRange(at(240), at(241))],
    ],
  ])('silence over windows that end by time %s', async (_, earlier, gaps, asked) => {
    const ledger = memoryLedger();
    const tape = [...earlier, trade(1, 4 * 3_600 + 10), trade(2, 4 * 3_600 + 70)];
    const venue = venueOf(tape, { windowMinutes: 60 }, (from) => {
      if ('next' in from) return tape.filter(({ id }) => Number(id) >= Number(from.next['from']));
      return tape.filter(({ ms }) => ms >= from.sinceMs && ms < from.sinceMs + 3_600_000);
    });
    expect(await bring(ATOM, minuteRange(at(0), at(241)), venue, ledger)).toMatchObject(gaps);
    expect(ledger.book(ATOM, 'trades').asked).toEqual(asked);
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([240]);
  });

  it('takes an empty page amid the trades for no end of them: it is asked again, and then nothing is built from there on', async () => {
    for (const isLasting of [false, true]) {
      const ledger = memoryLedger();
      let struck = 0;
      const venue = venueOf(TAPE, {}, (from) => {
        const isStruck = 'next' in from && from.next['from'] === '139' && (isLasting || struck === 0);
        if (isStruck) {
          struck += 1;
          return [];
        }
        const start =
          'next' in from
            ? TAPE.findIndex(({ id }) => id === from.next['from'])
            : TAPE.findIndex(({ ms }) => ms >= from.sinceMs);
        return TAPE.slice(start, start + 5);
      });
      const missing = await bring(ATOM, minuteRange(at(0), at(20)), venue, ledger);
      if (isLasting) {
        expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([0, 1]);
        expect(missing).toMatchObject([{ range: minuteRange(at(2), at(20)), isSilent: true }]);
        expect(missing[0]?.cause).toContain('not even the one with id 139');
      } else {
        expect(missing).toEqual([]);
        expect(rowsStored(ledger)).toHaveLength(20);
      }
      expect(struck).toBe(isLasting ? 2 : 1);
    }
  });

  it('knows nothing of the minutes after the last trade of all, and all of that trade’s minute', async () => {
    const ledger = memoryLedger();
    const missing = await bring(
      ATOM,
      minuteRange(at(0), at(10)),
      venueOf([trade(1, -5), trade(2, 10), trade(3, 130)]),
      ledger,
    );
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([0, 2]);
    expect(ledger.book(ATOM, 'trades').asked).toEqual([minuteRange(at(0), at(3))]);
    expect(missing).toMatchObject([
      {
        range: minuteRange(at(3), at(10)),
        cause: 'its trades end before, and no later one shows that nothing was traded',
        unanswered: { outcome: 'failed' },
      },
    ]);
  });

  it('puts a trade that cannot be read in quarantine, gives its minute no candle, and says so', async () => {
    const ledger = memoryLedger();
    const missing = await bring(
      ATOM,
      minuteRange(at(0), at(2)),
      venueOf([trade(1, -5), trade(2, 10), trade(3, 20, NaN), trade(4, 70), trade(5, 130)]),
      ledger,
    );
    expect(rowsStored(ledger).map(([minute]) => minute)).toEqual([1]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at(0), raw: '[3]' }]);
    expect(missing).toMatchObject([
      {
        range: minuteRange(at(0), at(1)),
        cause: expect.stringMatching(/^1 trade was quarantined \(a trade whose price/) as string,
      },
    ]);
  });

  it('refuses trades without an id', async () => {
    const missing = await bring(
      ATOM,
      minuteRange(at(0), at(2)),
      venueOf(TAPE.map((one) => ({ ...one, id: undefined }))),
      memoryLedger(),
    );
    expect(missing[0]?.cause).toContain('have no id');
  });
});

describe('interrupted', () => {
  it('keeps the batches recorded, and goes on behind them to the same candles', async () => {
    const range = minuteRange(at(0), at(28));
    const whole = memoryLedger();
    await bring(ATOM, range, venueOf(TAPE), whole);
    const abort = new AbortController();
    const ledger = memoryLedger();
    const missing = await bring(ATOM, range, venueOf(TAPE), ledger, {
      signal: abort.signal,
      recorded: () => {
        abort.abort();
      },
    });
    const kept = ledger.book(ATOM, 'trades').asked.reduce((sum, part) => sum + minutesIn(part), 0);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(28);
    expect(missing.map(({ cause }) => cause)).toEqual(['stopped before this part was requested']);
    await bring(ATOM, range, venueOf(TAPE), ledger);
    expect(ledger.contents()).toBe(whole.contents());
  });
});

describe('through the venue’s own ccxt class', () => {
  const scenario = crashScenario();
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ scenario });
  });
  afterAll(() => simulator.close());

  it.each(['kraken', 'binance'])(
    '%s: the candles built are those the venue traded, minute by minute, far beyond its candle history',
    async (venue) => {
      const window = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 6)), minuteAt(Date.UTC(2025, 9, 10, 7)));
      const connection = await connect(venue as Venue, { now: Date.now, origin: simulator.origin });
      const market = (await connection.markets()).find(
        (one) => one.base === 'ATOM' && ['USDT', 'USD'].includes(one.quote),
      );
      const simulated = scenario.markets.find(
        (one) => one.venue === venue && one.base === 'ATOM' && one.quote === market?.quote,
      );
      if (market === undefined || simulated === undefined) throw new Error('not listed');
      const ledger = memoryLedger();
      expect(await bring(market, window, connection, ledger)).toEqual([]);
      expect(ledger.book(market, 'trades').asked).toEqual([window]);
      const columns = scenario.candles(simulated);
      const served = Array.from({ length: minutesIn(window) }, (_, i) =>
        candleAt(columns, window.from + i - columns.range.from),
      ).filter((candle) => candle !== undefined);
      const built = [...ledger.book(market, 'trades').candles.values()].sort((a, b) => a.minute - b.minute);
      expect(
        built.map(({ minute, open, high, low, close, trades }) => ({ minute, open, high, low, close, trades })),
      ).toEqual(
        served.map(({ minute, open, high, low, close, trades }) => ({ minute, open, high, low, close, trades })),
      );
      built.forEach((candle, i) => {
        expect(candle.baseVolume).toBeCloseTo(served[i]?.baseVolume ?? NaN, 8);
      });
      // Every answer names the replies it was read from.
      for (const answer of ledger.answers) {
        expect(answer.provenance.length).toBeGreaterThan(0);
        expect(answer.provenance[0]?.reader).toMatch(/^ccxt \d+\.\d+\.\d+$/);
      }
    },
  );
});
