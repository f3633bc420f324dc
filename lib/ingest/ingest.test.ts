import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../domain/market';
import { minuteAt, minuteRange, minutesIn } from '../domain/minute';
import { crashScenario } from '../simulator/crash/scenario';
import type { FaultPlan } from '../simulator/faults';
import { startSimulator, type Simulator } from '../simulator/server';
import { ingest, type IngestOptions, type IngestReport, type IngestRequest } from './ingest';
import type { IngestProgress } from './progress';
import { reachable } from './reachable';
import { memoryLedger, type MemoryLedger } from './testing/memoryLedger';

const CANDLES = /kline|candle|OHLC/i;
const ATOM = 'ATOM' as Asset;
const EIGHT = ['binance', 'okx', 'bybit', 'coinbase', 'kraken', 'kucoin', 'gate', 'bitget'] as unknown as readonly Venue[];
const window = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20)), minuteAt(Date.UTC(2025, 9, 11)));

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: crashScenario() });
});
afterEach(() => {
  simulator.setFaults([]);
});
afterAll(() => simulator.close());

interface Run {
  readonly report: IngestReport;
  readonly ledger: MemoryLedger;
  readonly waits: readonly number[];
  readonly events: readonly IngestProgress[];
}

async function run(venues: readonly string[], faults: FaultPlan, change: Partial<IngestOptions> = {}, ledger = memoryLedger(), windows = [window], more: Partial<IngestRequest> = {}): Promise<Run> {
  simulator.setFaults(faults);
  const waits: number[] = [];
  const events: IngestProgress[] = [];
  const patience = {
    random: () => 0.5,
    sleep: (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const report = await ingest(
    { assets: [ATOM], venues: venues as readonly Venue[], windows, source: 'simulated', ...more },
    { ledger, now: Date.now, origin: simulator.origin, patience, onProgress: (progress) => events.push(progress), ...change },
  );
  return { report, ledger, waits, events };
}

describe('an undisturbed ingest', () => {
  it('answers every minute of every market and says so', async () => {
    const { report, ledger, events } = await run(EIGHT, []);
    expect(report.missing).toEqual([]);
    expect(report.venues.map((venue) => venue.state)).toEqual(Array.from({ length: 8 }, () => 'done'));
    for (const venue of report.venues) {
      expect(venue.answeredMinutes).toBe(venue.markets.length * minutesIn(window));
      expect(events.filter((event) => event.venue === venue.venue).at(-1)).toMatchObject({ state: 'done', doneMinutes: venue.answeredMinutes, totalMinutes: venue.answeredMinutes });
    }
    expect(events.slice(0, 8).every((event) => event.state === 'connecting')).toBe(true);
    expect(ledger.answers.every((answer) => answer.source === 'simulated')).toBe(true);
  });

  it('shows the published minute: ATOM/USDT on Binance at 21:20 was 1.863/2.283/0.001/1.997 (yanagihalab)', async () => {
    const { ledger, report } = await run(['binance'], []);
    const market = report.venues[0]?.markets[0];
    if (market === undefined) throw new Error('no market');
    expect(ledger.held(market).candles.get(minuteAt(Date.UTC(2025, 9, 10, 21, 20)))).toMatchObject({
      open: 1.863, high: 2.283, low: 0.001, close: 1.997, baseVolume: 98_726.74, trades: 1_582,
    });
  });

  it('asks for no candle again in the next run, and changes nothing', async () => {
    const { ledger } = await run(['binance', 'okx'], []);
    const before = ledger.contents();
    const asked = simulator.requests.length;
    const { report } = await run(['binance', 'okx'], [], {}, ledger);
    expect(simulator.requests.slice(asked).filter((request) => CANDLES.test(request.path))).toEqual([]);
    expect(report.venues.map((venue) => venue.candles)).toEqual([0, 0]);
    expect(ledger.contents()).toBe(before);
  });

  it('brings in every market’s first window before any second one', async () => {
    const second = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 18)), window.from);
    const { ledger } = await run(['bybit'], [], {}, memoryLedger(), [window, second]);
    const firstOfSecond = ledger.answers.findIndex((answer) => answer.asked.from < window.from);
    expect(ledger.answers.slice(firstOfSecond).every((answer) => answer.asked.from < window.from)).toBe(true);
    expect(new Set(ledger.answers.slice(0, firstOfSecond).map((answer) => answer.market.base)).size).toBeGreaterThan(2);
  });
});

describe('a venue that misbehaves ends with the same candles as one that does not', () => {
  const plans: readonly (readonly [string, FaultPlan])[] = [
    ['429 with Retry-After (trap 11)', [{ fault: { kind: 'too-many-requests', retryAfterSeconds: 3 }, path: CANDLES, every: 3 }]],
    ['503', [{ fault: { kind: 'unavailable' }, path: CANDLES, every: 3 }]],
    ['JSON cut off half-way', [{ fault: { kind: 'cut-json' }, path: CANDLES, every: 3 }]],
    ['200 with a page instead of candles', [{ fault: { kind: 'html' }, path: CANDLES, every: 3 }]],
    ['connections reset', [{ fault: { kind: 'reset' }, path: CANDLES, every: 3 }]],
    ['rows shuffled (trap 4)', [{ fault: { kind: 'shuffled' }, path: CANDLES }]],
    ['rows duplicated (trap 4)', [{ fault: { kind: 'duplicated' }, path: CANDLES }]],
    ['the open candle served as a row (trap 3)', [{ fault: { kind: 'unclosed-last' }, path: CANDLES }]],
    ['since ignored now and then (traps 1 and 2)', [{ fault: { kind: 'wrong-range' }, path: CANDLES, every: 4 }]],
    ['the market list failing at first', [{ fault: { kind: 'unavailable' }, times: 1 }]],
  ];
  it.each(plans)('%s', async (_, faults) => {
    const venues = ['binance', 'okx', 'kraken', 'coinbase', 'gate', 'bitget', 'kucoin', 'bybit'];
    const undisturbed = await run(venues, []);
    const asked = simulator.requests.length;
    // A rule for each venue: counts are each venue's own, so that the run is the same every time.
    const disturbed = await run(venues, venues.flatMap((venue) => faults.map((rule) => ({ ...rule, venue }))));
    expect(simulator.requests.slice(asked).some((request) => request.fault !== undefined)).toBe(true);
    expect(disturbed.report.missing).toEqual([]);
    expect(disturbed.ledger.contents()).toBe(undisturbed.ledger.contents());
  });

  it('waits as long as Retry-After says, and says that it waits', async () => {
    const { waits, events } = await run(['okx'], [{ fault: { kind: 'too-many-requests', retryAfterSeconds: 17 }, path: CANDLES, nth: 2 }]);
    expect(waits).toEqual([17_000]);
    expect(events.find((event) => event.state === 'waiting')?.note).toContain('asking again in 17 s');
  });

  it('gives up a request that hangs, and asks again', async () => {
    const { report } = await run(['okx'], [{ fault: { kind: 'hang' }, path: CANDLES, nth: 1 }], { timeoutMs: 150 });
    expect(report.missing).toEqual([]);
  });
});

describe('a venue that does not deliver is named, and the rest goes on', () => {
  it('names a geo-blocked venue once, asks it once, and leaves it out (trap 11)', async () => {
    const asked = simulator.requests.length;
    const { report, events, waits } = await run(['bybit', 'okx'], [{ fault: { kind: 'geo-block' }, venue: 'bybit' }]);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toMatch(/^bybit: refused from here \(HTTP 451: Unavailable For Legal Reasons\); run the same ingest again later, from a network the venue serves; the rest goes on without it$/);
    expect(simulator.requests.slice(asked).filter((request) => request.venue === 'bybit')).toHaveLength(1);
    expect(report.venues.map((venue) => [venue.venue, venue.state])).toEqual([['bybit', 'refused'], ['okx', 'done']]);
    expect(events.filter((event) => event.state === 'refused')).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('names market, range, cause and mend where since is always ignored, and records nothing of it (trap 2)', async () => {
    const { report, ledger } = await run(['okx'], [{ fault: { kind: 'wrong-range' }, path: CANDLES }], {}, memoryLedger(), [minuteRange(window.from, minuteAt(Date.UTC(2025, 9, 10, 21)))]);
    expect(ledger.answers).toEqual([]);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toMatch(/^okx ATOM\/USDT, .*2025-10-10T20:00Z to 2025-10-10T21:00Z: answered with 60 rows of .* instead, so nothing was recorded; run the same ingest again later/);
  });

  it('puts a broken row in quarantine with its raw text, names it, and keeps the others (trap 4)', async () => {
    const { report, ledger } = await run(['binance'], [{ fault: { kind: 'broken-row' }, path: CANDLES, nth: 1 }]);
    expect(ledger.quarantined()).toHaveLength(1);
    expect(ledger.quarantined()[0]?.raw).toMatch(/^\[\d{13},"/);
    expect(report.venues[0]?.quarantined).toBe(1);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toContain('broke the candle invariant');
  });

  it('leaves a venue whose markets fail one after another until the others are done, asks again twice, and then gives it up', async () => {
    const { report, waits, ledger, events } = await run(['gate', 'okx'], [{ fault: { kind: 'unavailable' }, venue: 'gate', path: CANDLES }]);
    expect(report.venues.map((venue) => venue.state)).toEqual(['failed', 'done']);
    // Three markets with six waits each; then one market each time, a minute and five minutes later.
    expect(waits).toHaveLength(18 + 1 + 6 + 1 + 6);
    expect(waits.filter((ms) => ms >= 60_000)).toEqual([60_000, 300_000]);
    const left = events.findIndex((event) => event.venue === 'gate' && event.note.includes('left until the others are done'));
    expect(left).toBeGreaterThan(0);
    expect(events.slice(left).some((event) => event.venue === 'gate' && event.note.includes('asked again in 60 s'))).toBe(true);
    expect(report.missing.some((line) => line.startsWith('gate: 1 markets in a row failed, the last with: HTTP 503'))).toBe(true);
    expect(ledger.attempts.some((attempt) => attempt.market.venue === 'gate' && attempt.market.base === ATOM && attempt.outcome === 'failed')).toBe(true);
    expect(report.missing.some((line) => line.startsWith('gate ATOM/USDT') && line.includes('2025-10-10T20:00Z to 2025-10-11T00:00Z'))).toBe(true);
  });

  it('ends complete where a venue is back by the time the others are done', async () => {
    const { report, waits } = await run(['gate', 'okx'], [{ fault: { kind: 'unavailable' }, venue: 'gate', path: CANDLES, times: 21 }]);
    expect(waits.filter((ms) => ms >= 60_000)).toEqual([60_000]);
    expect(report.venues.map((venue) => venue.state)).toEqual(['done', 'done']);
    expect(report.missing).toEqual([]);
  });

  it('does not take an empty list of markets for a venue without markets', async () => {
    const empty = (): Promise<Response> => Promise.resolve(new Response('{"symbols":[]}'));
    const { report } = await run(['binance'], [], { fetch: empty });
    expect(report.missing).toEqual(['binance: its market list did not come: its list of markets is empty (asked again several times); run the same ingest again later; the rest goes on without it']);
  });

  it('names an asset that no venue lists', async () => {
    const report = await ingest(
      { assets: ['ATMO' as Asset], venues: ['okx' as Venue, 'kucoin' as Venue], windows: [window], source: 'simulated' },
      { ledger: memoryLedger(), now: Date.now, origin: simulator.origin },
    );
    expect(report.missing).toEqual(['ATMO: listed against USDT, USD or USDC by none of okx, kucoin; check the ticker, or import trades or a candle file with `plumbline import`']);
  });

  it('names a venue that cannot be reached', async () => {
    const fetchNothing = (): Promise<Response> => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ENOTFOUND' }) }));
    const { report } = await run(['binance'], [], { fetch: fetchNothing });
    expect(report.missing).toEqual(['binance: cannot be reached (ENOTFOUND); run the same ingest again later; the rest goes on without it']);
  });

  it('says how far back a venue reaches, once for all its markets', async () => {
    const days = minuteRange(minuteAt(Date.UTC(2025, 9, 9)), window.to);
    const { report } = await run(['kraken'], [], {}, memoryLedger(), [days], { roads: ['rest'] });
    expect(report.missing).toHaveLength(1);
    // The simulator's clock stands at 00:05: 720 rows reach back to 12:06, and two minutes are left at the edge.
    expect(report.missing[0]).toMatch(/^kraken ATOM\/USD, .*, 2025-10-09T00:00Z to 2025-10-10T12:08Z: its candle history reaches back only 720 minutes; older minutes only from trades or a file/);
  });
});

describe('interrupted', () => {
  it('loses nothing and doubles nothing, whichever page the process died at', async () => {
    const venues = ['okx', 'bitget'];
    const undisturbed = await run(venues, []);
    for (const survives of [0, 1, 5, 10]) {
      let records = 0;
      let dead = false;
      const ledger = memoryLedger(() => {
        records += 1;
        if (!dead && records > survives) {
          dead = true;
          throw new Error('killed');
        }
      });
      await expect(run(venues, [], {}, ledger)).rejects.toThrow('killed');
      await run(venues, [], {}, ledger);
      expect(ledger.contents()).toBe(undisturbed.ledger.contents());
    }
  });

  it('ends soon when stopped, with what it has and what it lacks', async () => {
    const abort = new AbortController();
    const { report, ledger } = await run(['bitget'], [], { signal: abort.signal, onProgress: (progress) => { if (progress.candles > 0) abort.abort(); } });
    // The page under way when it was stopped still counts.
    expect(ledger.answers.length).toBeLessThanOrEqual(2);
    expect(report.venues[0]?.state).toBe('failed');
    expect(report.missing.some((line) => line.startsWith('bitget: stopped'))).toBe(true);
  });
});

it('refuses to call real candles simulated, or simulated ones real', async () => {
  const options = { ledger: memoryLedger(), now: Date.now };
  const request = { assets: [ATOM], venues: ['okx' as Venue], windows: [window] };
  await expect(ingest({ ...request, source: 'simulated' }, options)).rejects.toThrow('if and only if');
  await expect(ingest({ ...request, source: 'rest' }, { ...options, origin: simulator.origin })).rejects.toThrow('if and only if');
});

describe('whether any exchange answers', () => {
  it('is true at the first one that gives its time, through every ccxt class', async () => {
    for (const venue of EIGHT) expect(await reachable([venue], { timeoutMs: 5_000, origin: simulator.origin })).toBe(true);
    simulator.setFaults([{ fault: { kind: 'hang' }, venue: 'okx' }]);
    expect(await reachable(['okx' as Venue, 'kraken' as Venue], { timeoutMs: 5_000, origin: simulator.origin })).toBe(true);
  });

  it('is false when every one refuses, breaks off, or stays silent until the time is up', async () => {
    const venues = EIGHT;
    for (const fault of [{ kind: 'geo-block' }, { kind: 'reset' }, { kind: 'hang' }] as const) {
      simulator.setFaults([{ fault }]);
      expect(await reachable(venues, { timeoutMs: 200, origin: simulator.origin })).toBe(false);
    }
  });
});
