import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, pairOf, type Asset, type Source, type Venue } from '../../domain/market';
import { formatMinute, minuteAt, minuteRange, minutesIn, subtract } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import type { FaultPlan } from '../../simulator/faults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { ingest, type IngestOptions, type IngestReport, type IngestRequest } from './ingest';
import type { VenueProgress } from './progress';
import { reachable } from '../venue/reachable';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';

const CANDLES = /kline|candle|OHLC/i;
const ATOM = 'ATOM' as Asset;
const EIGHT = [
  'binance',
  'okx',
  'bybit',
  'coinbase',
  'kraken',
  'kucoin',
  'gate',
  'bitget',
] as unknown as readonly Venue[];
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
  readonly events: readonly VenueProgress[];
}

async function run(
  venues: readonly string[],
  faults: FaultPlan,
  change: Partial<IngestOptions> = {},
  ledger = memoryLedger(),
  windows = [window],
  more: Partial<IngestRequest> = {},
): Promise<Run> {
  simulator.setFaults(faults);
  const waits: number[] = [];
  const events: VenueProgress[] = [];
  const patience = {
    random: () => 0.5,
    sleep: (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const report = await ingest(
    { assets: [ATOM], venues: venues as readonly Venue[], windows, source: 'simulated', ...more },
    {
      ledger,
      now: Date.now,
      origin: simulator.origin,
      patience,
      onProgress: (progress) => events.push(progress),
      ...change,
    },
  );
  return { report, ledger, waits, events };
}

describe('a clock of this machine that is off', () => {
  const { nowMs } = crashScenario();
  const at = (offMs: number): Partial<IngestOptions> => ({ now: () => nowMs + offMs, comparesClocks: true });

  it.each([
    [-12 * 60_000, '12 min behind that of OKX and Coinbase'],
    [26 * 3_600_000, '1 d 2 h ahead of that of OKX and Coinbase'],
  ])('by %i ms is noted, and every candle comes', async (offMs, said) => {
    const { report } = await run(['okx', 'coinbase'], [], at(offMs));
    expect(report.missing).toEqual([]);
    expect(report.notes).toEqual([expect.stringContaining(`this machine’s clock is ${said}; set it by NTP`)]);
  });

  it('by less than a minute is not, nor where the venues stand at another day on purpose', async () => {
    expect((await run(['okx'], [], at(30_000))).report.notes).toEqual([]);
    expect((await run(['okx'], [])).report.notes).toEqual([]);
  });
});

describe('a reply that a cache kept', () => {
  // A request for the last minutes is answered up to the last one that was over when the reply was made.
  const { nowMs } = crashScenario();
  const evening = minuteRange(minuteAt(nowMs - 20 * 60_000), minuteAt(nowMs));
  const kept =
    (ageSeconds: number): typeof fetch =>
    async (input, init) => {
      const response = await fetch(input, init);
      return new Response(await response.arrayBuffer(), {
        status: response.status,
        headers: { date: response.headers.get('date') ?? '', age: String(ageSeconds) },
      });
    };

  it('is as old as it says: a candle that was still open when it was made is not taken for closed', async () => {
    const lastOf = async (change: Partial<IngestOptions>): Promise<number> => {
      const { ledger } = await run(['okx'], [], change, memoryLedger(), [evening]);
      return Math.max(...ledger.answers.map(({ asked }) => asked.to));
    };
    const fresh = await lastOf({});
    expect(await lastOf({ fetch: kept(0) })).toBe(fresh);
    expect(await lastOf({ fetch: kept(120) })).toBe(fresh - 2);
  });
});

describe('an undisturbed ingest', () => {
  it('answers every minute of every market and says so', async () => {
    const { report, ledger, events } = await run(EIGHT, []);
    expect(report.missing).toEqual([]);
    expect(report.venues.map((venue) => venue.state)).toEqual(Array.from({ length: 8 }, () => 'done'));
    for (const venue of report.venues) {
      expect(venue.answeredMinutes).toBe(venue.markets.length * minutesIn(window));
      expect(events.filter((event) => event.venue === venue.venue).at(-1)).toMatchObject({
        state: 'done',
        doneMinutes: venue.answeredMinutes,
        totalMinutes: venue.answeredMinutes,
      });
    }
    expect(events.slice(0, 8).every((event) => event.state === 'connecting')).toBe(true);
    expect(ledger.answers.every((answer) => answer.source === 'simulated')).toBe(true);
  });

  it('shows the published minute: ATOM/USDT on Binance at 21:20 was 1.863/2.283/0.001/1.997 (yanagihalab)', async () => {
    const { ledger, report } = await run(['binance'], []);
    const market = report.venues[0]?.markets[0];
    if (market === undefined) throw new Error('no market');
    expect(ledger.book(market).candles.get(minuteAt(Date.UTC(2025, 9, 10, 21, 20)))).toMatchObject({
      open: 1.863,
      high: 2.283,
      low: 0.001,
      close: 1.997,
      baseVolume: 98_726.74,
      trades: 1_582,
    });
  });

  it('asks at each venue for what the rates need beside the asset, and says how many markets that is', async () => {
    const hour = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 21)), minuteAt(Date.UTC(2025, 9, 10, 22)));
    const { report, events } = await run(
      ['binance', 'bitstamp', 'coinbase', 'kraken', 'upbit'],
      [],
      {},
      memoryLedger(),
      [hour],
    );
    expect(report.missing).toEqual([]);
    const asked = report.venues.map(({ venue, markets }) => [venue, markets.map(pairOf).sort().join(' ')]);
    expect(Object.fromEntries(asked)).toEqual({
      binance: 'ATOM/FDUSD ATOM/USDC ATOM/USDT BTC/EUR BTC/FDUSD BTC/USDC BTC/USDT ETH/EUR ETH/FDUSD ETH/USDC ETH/USDT',
      bitstamp: 'ATOM/USD BTC/EUR BTC/USD BTC/USDT ETH/EUR ETH/USD ETH/USDT EUR/USD USDC/USD USDT/USD',
      coinbase: 'ATOM/USD ATOM/USDC BTC/EUR BTC/USD BTC/USDC BTC/USDT ETH/EUR ETH/USD ETH/USDC ETH/USDT USDT/USD',
      kraken:
        'ATOM/EUR ATOM/USD BTC/EUR BTC/USD BTC/USDC BTC/USDT ETH/EUR ETH/USD ETH/USDC ETH/USDT EUR/USD USDC/EUR USDC/USD USDT/EUR USDT/USD',
      upbit: 'ATOM/KRW BTC/KRW ETH/KRW USDT/KRW',
    });
    const notes = events.filter(({ state, note }) => state === 'working' && note !== '').map((event) => event.note);
    expect(notes).toContain('3 markets of the assets, 8 more for comparison in USD');
  });

  it('gives an alias book the candles of the book it is a second name of', async () => {
    const { report, ledger } = await run(['coinbase'], []);
    const [first, second] = ['ATOM/USD', 'ATOM/USDC'].map((pair) => {
      const market = report.venues[0]?.markets.find((one) => pairOf(one) === pair);
      if (market === undefined) throw new Error(`${pair} was not asked for`);
      return [...ledger.book(market).candles.values()];
    });
    expect(first?.length).toBeGreaterThan(100);
    expect(second).toEqual(first);
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
    [
      '429 with Retry-After (trap 11)',
      [{ fault: { kind: 'too-many-requests', retryAfterSeconds: 3 }, path: CANDLES, every: 3 }],
    ],
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
  const venues = ['binance', 'okx', 'kraken', 'coinbase', 'gate', 'bitget', 'kucoin', 'bybit'];
  let undisturbed: Run;
  beforeAll(async () => {
    undisturbed = await run(venues, []);
  });
  it.each(plans)('%s', async (_, faults) => {
    const asked = simulator.requests.length;
    // A rule for each venue: counts are each venue's own, so that the run is the same every time.
    const disturbed = await run(
      venues,
      venues.flatMap((venue) => faults.map((rule) => ({ ...rule, venue }))),
    );
    expect(simulator.requests.slice(asked).some((request) => request.fault !== undefined)).toBe(true);
    expect(disturbed.report.missing).toEqual([]);
    expect(disturbed.ledger.contents()).toBe(undisturbed.ledger.contents());
  });

  it('waits as long as Retry-After says, and says that it waits', async () => {
    const { waits, events } = await run(
      ['okx'],
      [{ fault: { kind: 'too-many-requests', retryAfterSeconds: 17 }, path: CANDLES, nth: 2 }],
    );
    expect(waits).toEqual([17_000]);
    expect(events.find((event) => event.state === 'waiting')?.note).toContain('next request in 17 s');
  });

  it('gives up a request that hangs, and asks again', async () => {
    const { report } = await run(['okx'], [{ fault: { kind: 'hang' }, path: CANDLES, nth: 1 }], { timeoutMs: 1_000 });
    expect(report.missing).toEqual([]);
  });
});

describe('a venue that does not deliver is named, and the rest goes on', () => {
  it('names a geo-blocked venue once, asks it once, and leaves it out (trap 11)', async () => {
    const asked = simulator.requests.length;
    const { report, events, waits } = await run(['bybit', 'okx'], [{ fault: { kind: 'geo-block' }, venue: 'bybit' }]);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toMatch(
      /^Bybit: refused the request \(HTTP 451: Unavailable For Legal Reasons\); run the same ingest again later, from a network the venue serves; the other venues continue$/,
    );
    expect(simulator.requests.slice(asked).filter((request) => request.venue === 'bybit')).toHaveLength(1);
    expect(report.venues.map((venue) => [venue.venue, venue.state])).toEqual([
      ['bybit', 'refused'],
      ['okx', 'done'],
    ]);
    expect(events.filter((event) => event.state === 'refused')).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('names market, range, cause and mend where since is always ignored, and records nothing of it (trap 2)', async () => {
    const { report, ledger } = await run(
      ['okx'],
      [{ fault: { kind: 'wrong-range' }, path: CANDLES }],
      {},
      memoryLedger(),
      [minuteRange(window.from, minuteAt(Date.UTC(2025, 9, 10, 21)))],
    );
    expect(ledger.answers).toEqual([]);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toMatch(
      /^OKX ATOM\/USDT, .*2025-10-10T20:00Z to 2025-10-10T21:00Z: answered with 60 rows from .* instead, so nothing was recorded; run the same ingest again later/,
    );
  });

  it('asks again for a page with a broken row, and keeps that row in quarantine with its raw text (trap 4)', async () => {
    const { report, ledger } = await run(['binance'], [{ fault: { kind: 'broken-row' }, path: CANDLES, nth: 1 }]);
    expect(ledger.quarantined()).toHaveLength(1);
    expect(ledger.quarantined()[0]?.raw).toMatch(/^\[\d{13},"/);
    expect(report.venues[0]?.quarantined).toBe(1);
    expect(report.missing).toEqual([]);
  });

  it('names the minutes whose rows are broken however often they are asked for, and keeps the others (trap 4)', async () => {
    const { report, ledger } = await run(['binance'], [{ fault: { kind: 'broken-row' }, path: CANDLES, times: 3 }]);
    expect(ledger.quarantined()).toHaveLength(1);
    expect(report.missing).toHaveLength(1);
    // The middle one of the 240 rows of 20:00 to 24:00.
    expect(report.missing[0]).toMatch(
      /^Binance ATOM\/\w+, 2025-10-10T22:00Z to 2025-10-10T22:01Z: 1 row is not a valid candle and was quarantined \(.*\); run the same ingest again later; if nothing changes, compare with another source: the venue published it this way$/,
    );
    const market = report.venues[0]?.markets[0];
    expect(market === undefined ? 0 : ledger.book(market).candles.size).toBe(minutesIn(window) - 1);
  });

  it('leaves a venue whose markets fail one after another until the others are done, asks again twice, and then gives it up', async () => {
    const { report, waits, ledger, events } = await run(
      ['gate', 'okx'],
      [{ fault: { kind: 'unavailable' }, venue: 'gate', path: CANDLES }],
    );
    expect(report.venues.map((venue) => venue.state)).toEqual(['failed', 'done']);
    // Three markets with six waits each, and the same a minute and five minutes later.
    expect(waits).toHaveLength(18 + 1 + 18 + 1 + 18);
    expect(waits.filter((ms) => ms >= 60_000)).toEqual([60_000, 300_000]);
    const left = events.findIndex(
      (event) => event.venue === 'gate' && event.note.includes('next request when the other venues are done'),
    );
    expect(left).toBeGreaterThan(0);
    expect(
      events.slice(left).some((event) => event.venue === 'gate' && event.note.includes('next request in 60 s')),
    ).toBe(true);
    expect(report.missing.some((line) => line.startsWith('Gate: 3 markets in a row failed, the last: HTTP 503'))).toBe(
      true,
    );
    expect(
      ledger.attempts.some(
        (attempt) => attempt.market.venue === 'gate' && attempt.market.base === ATOM && attempt.outcome === 'failed',
      ),
    ).toBe(true);
    expect(
      report.missing.some(
        (line) => line.startsWith('Gate ATOM/USDT') && line.includes('2025-10-10T20:00Z to 2025-10-11T00:00Z'),
      ),
    ).toBe(true);
  });

  it('ends complete where a venue is back by the time the others are done', async () => {
    const { report, waits } = await run(
      ['gate', 'okx'],
      [{ fault: { kind: 'unavailable' }, venue: 'gate', path: CANDLES, times: 21 }],
    );
    expect(waits.filter((ms) => ms >= 60_000)).toEqual([60_000]);
    expect(report.venues.map((venue) => venue.state)).toEqual(['done', 'done']);
    expect(report.missing).toEqual([]);
  });

  it('does not take an empty list of markets for a venue without markets', async () => {
    const empty = (): Promise<Response> => Promise.resolve(new Response('{"symbols":[]}'));
    const { report } = await run(['binance'], [], { fetch: empty });
    expect(report.missing).toEqual([
      'Binance: could not load markets: the market list is empty (requested several times); run the same ingest again later; the other venues continue',
    ]);
  });

  it('names an asset that no venue lists', async () => {
    const report = await ingest(
      {
        assets: ['ATMO' as Asset],
        venues: ['okx' as Venue, 'kucoin' as Venue],
        windows: [window],
        source: 'simulated',
      },
      { ledger: memoryLedger(), now: Date.now, origin: simulator.origin },
    );
    expect(report.missing).toEqual([
      'ATMO: not listed against USD, USDT, USDC, FDUSD or EUR on OKX and KuCoin; check the ticker, or import trades or a candle file with `plumbline import`',
    ]);
  });

  it('names a venue that cannot be reached', async () => {
    const fetchNothing = (): Promise<Response> =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ENOTFOUND' }) }));
    const { report } = await run(['binance'], [], { fetch: fetchNothing });
    expect(report.missing).toEqual([
      'Binance: cannot be reached (ENOTFOUND); run the same ingest again later; the other venues continue',
    ]);
  });

  it('says how far back a venue reaches, once for all its markets', async () => {
    const days = minuteRange(minuteAt(Date.UTC(2025, 9, 9)), window.to);
    const { report } = await run(['kraken'], [], {}, memoryLedger(), [days], { roads: ['rest'] });
    expect(report.missing).toHaveLength(1);
    // The simulator's clock stands at 00:05: 720 rows reach back to 12:06, and two minutes are left at the edge.
    expect(report.missing[0]).toMatch(
      /^Kraken ATOM\/USD, .*, 2025-10-09T00:00Z to 2025-10-10T12:08Z: its candle history covers only the last 720 minutes; older minutes come only from trades or a file/,
    );
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
    const { report, ledger } = await run(['bitget'], [], {
      signal: abort.signal,
      onProgress: (progress) => {
        if (progress.candles > 0) abort.abort();
      },
    });
    // The page under way when it was stopped still counts.
    expect(ledger.answers.length).toBeLessThanOrEqual(2);
    expect(report.venues[0]?.state).toBe('stopped');
    expect(report.summary).toMatch(/, stopped; the next run continues from here$/);
  });

  it.each(['connecting', 'working', 'waiting'] as const)(
    'is stopped, neither failed nor missing, and notes no failed request, when stopped while %s',
    async (state) => {
      const abort = new AbortController();
      const shown: VenueProgress[] = [];
      const faults: FaultPlan = state === 'waiting' ? [{ fault: { kind: 'reset' } }] : [];
      const { report, ledger } = await run(['okx', 'kraken', 'bitget'], faults, {
        signal: abort.signal,
        onProgress: (progress) => {
          shown.push(progress);
          if (progress.state === state) abort.abort();
        },
      });
      expect(new Set(report.venues.map((venue) => venue.state))).toEqual(new Set(['stopped']));
      expect(report.missing).toEqual([]);
      expect(report.summary).not.toMatch(/failed|gap/);
      expect(ledger.attempts).toEqual([]);
      expect(shown.some((progress) => progress.state === 'failed')).toBe(false);
      expect(shown.at(-1)).toMatchObject({ state: 'stopped', note: '' });
    },
  );
});

it('refuses to call real candles simulated, or simulated ones real', async () => {
  const options = { ledger: memoryLedger(), now: Date.now };
  const request = { assets: [ATOM], venues: ['okx' as Venue], windows: [window] };
  await expect(ingest({ ...request, source: 'simulated' }, options)).rejects.toThrow('if and only if');
  await expect(ingest({ ...request, source: 'rest' }, { ...options, origin: simulator.origin })).rejects.toThrow(
    'if and only if',
  );
});

describe('whether any exchange answers', () => {
  it('is true at the first one that gives its time, through every ccxt class', async () => {
    for (const venue of EIGHT)
      expect(await reachable([venue], { timeoutMs: 60_000, origin: simulator.origin })).toBe(true);
    simulator.setFaults([{ fault: { kind: 'hang' }, venue: 'okx' }]);
    expect(await reachable(['okx' as Venue, 'kraken' as Venue], { timeoutMs: 60_000, origin: simulator.origin })).toBe(
      true,
    );
  });

  it('is false when every one refuses, breaks off, or stays silent until the time is up', async () => {
    const venues = EIGHT;
    for (const fault of [{ kind: 'geo-block' }, { kind: 'reset' }, { kind: 'hang' }] as const) {
      simulator.setFaults([{ fault }]);
      expect(await reachable(venues, { timeoutMs: 200, origin: simulator.origin })).toBe(false);
    }
  });
});

describe('everything that ends unanswered is recorded in the ledger as asked for and not answered', () => {
  const spoken = (ledger: MemoryLedger): readonly string[] =>
    ledger.attempts.map(
      ({ market, source, asked, outcome }) =>
        `${nameOf(market)} ${source} ${formatMinute(asked.from)} to ${formatMinute(asked.to)} ${outcome}`,
    );

  it('a venue that refuses us before it gave its list: the book each asset would be looked for in first', async () => {
    const { ledger } = await run(['bybit', 'kraken'], [{ fault: { kind: 'geo-block' } }]);
    expect([...spoken(ledger)].sort()).toEqual([
      'bybit ATOM/USDT simulated 2025-10-10T20:00Z to 2025-10-11T00:00Z refused',
      'kraken ATOM/USD simulated 2025-10-10T20:00Z to 2025-10-11T00:00Z refused',
    ]);
    expect(ledger.attempts[0]?.cause).toMatch(/^could not load markets: |^refused the request \(HTTP 451/);
  });

  it('a venue that refuses us amid the work: all that was left of it', async () => {
    const { ledger, report } = await run(['okx'], [{ fault: { kind: 'geo-block' }, path: CANDLES }]);
    expect(ledger.attempts.every(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(ledger.attempts.map(({ market }) => nameOf(market)).sort()).toEqual(
      report.venues[0]?.markets.map(nameOf).sort(),
    );
    expect(report.missing).toHaveLength(1);
  });

  it('minutes older than the history, and minutes not closed yet', async () => {
    const ends = minuteRange(minuteAt(Date.UTC(2025, 9, 9)), minuteAt(Date.UTC(2025, 9, 11, 0, 30)));
    const { ledger } = await run(['kraken'], [], {}, memoryLedger(), [ends], { roads: ['rest'] });
    // The simulator's clock stands at 00:05:00: 00:04 has no five seconds of grace yet.
    expect(spoken(ledger).filter((line) => line.startsWith('kraken ATOM/USD '))).toEqual([
      'kraken ATOM/USD simulated 2025-10-09T00:00Z to 2025-10-10T12:08Z not-served',
      'kraken ATOM/USD simulated 2025-10-11T00:04Z to 2025-10-11T00:30Z not-served',
    ]);
  });

  it('a market that failed, and one the venue refuses a request for', async () => {
    const fails: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (/klines.*symbol=ATOMUSDT/.test(url)) return Promise.resolve(new Response('[[]', { status: 200 }));
      if (/klines.*symbol=ATOMUSDC/.test(url))
        return Promise.resolve(new Response('{"code":-1121,"msg":"Invalid symbol."}', { status: 400 }));
      return fetch(input, init);
    };
    const { ledger, report } = await run(['binance'], [], { fetch: fails });
    expect(new Map(ledger.attempts.map(({ market, outcome }) => [nameOf(market), outcome]))).toEqual(
      new Map([
        ['binance ATOM/USDT', 'failed'],
        ['binance ATOM/USDC', 'not-served'],
      ]),
    );
    expect(report.missing.some((line) => line.startsWith('Binance ATOM/USDT, '))).toBe(true);
  });

  it('nothing of an undisturbed run', async () => {
    expect((await run(['okx'], [])).ledger.attempts).toEqual([]);
  });
});

describe('every answer names the reply it was read from', () => {
  it('by address, time, SHA-256 of its bytes and reader, with the reply itself', async () => {
    const bodies = new Map<string, string>();
    const listening: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      bodies.set(input instanceof Request ? input.url : String(input), await response.clone().text());
      return response;
    };
    const { ledger } = await run(['okx', 'kraken'], [], { fetch: listening, now: () => 1_760_200_000_000 });
    expect(ledger.answers.length).toBeGreaterThan(0);
    for (const { provenance } of ledger.answers) {
      expect(provenance).toHaveLength(1);
      const [reply] = provenance;
      const body = bodies.get(reply?.address ?? '');
      expect(reply).toEqual({
        address: reply?.address,
        receivedAtMs: 1_760_200_000_000,
        reader: 'ccxt 4.5.84',
        body: Buffer.from(body ?? ''),
        sha256: createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      });
    }
  });
});

describe('the other roads', () => {
  it('Binance’s display klines are a source of their own, never put for the klines (trap 9)', async () => {
    const { ledger, report } = await run(['binance', 'okx'], [], {}, memoryLedger(), [window], {
      roads: ['rest', 'ui'],
    });
    expect(report.missing).toEqual([]);
    expect(report.notes).toEqual(['OKX: no candles from source ui (display candles) here']);
    const market = report.venues[0]?.markets[0];
    if (market === undefined) throw new Error('no market');
    const low = (source: Source): number | undefined =>
      ledger.book(market, source).candles.get(minuteAt(Date.UTC(2025, 9, 10, 21, 20)))?.low;
    expect(low('simulated')).toBe(0.001);
    expect(low('simulated-ui')).toBeGreaterThan(1);
    expect(ledger.book(market, 'simulated-ui').asked).toEqual([window]);
    expect(
      new Set(
        ledger.answers
          .filter(({ source }) => source === 'simulated-ui')
          .map((answer) => new URL(answer.provenance[0]?.address ?? '').pathname),
      ),
    ).toEqual(new Set(['/binance/api.binance.com/api/v3/uiKlines']));
  });

  it('what a venue’s candle history does not reach is built from its trades, as a source of its own, and it is said', async () => {
    const night = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 11, 30)), minuteAt(Date.UTC(2025, 9, 10, 12, 30)));
    const { ledger, report } = await run(['kraken'], [], {}, memoryLedger(), [night]);
    expect(report.missing).toEqual([]);
    const market = report.venues[0]?.markets.find(({ base }) => base === ATOM);
    if (market === undefined) throw new Error('no market');
    const edge = minuteAt(Date.UTC(2025, 9, 10, 12, 8));
    expect(ledger.book(market, 'simulated').asked).toEqual([minuteRange(edge, night.to)]);
    expect(subtract(minuteRange(night.from, edge), ledger.book(market, 'simulated-trades').asked)).toEqual([]);
    expect(report.notes).toContain(
      'Kraken ATOM/USD, 2025-10-10T11:30Z to 2025-10-10T12:08Z: its candle history covers only the last 720 minutes; built from its trades instead',
    );
    // The next run finds it all there.
    const again = await run(['kraken'], [], {}, ledger, [night]);
    expect(again.report.venues[0]).toMatchObject({ candles: 0, answeredMinutes: report.venues[0]?.answeredMinutes });
    expect(again.events.at(-1)?.note).not.toContain('not served');
  });

  it('the day in which candles take over from trades is whole in trades, as far as it was asked for: a question takes one source', async () => {
    const noon = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 11, 30)), minuteAt(Date.UTC(2025, 9, 10, 12, 30)));
    const dusk = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20, 0)), minuteAt(Date.UTC(2025, 9, 10, 20, 10)));
    const { ledger, report } = await run(['kraken'], [], {}, memoryLedger(), [dusk, noon]);
    const market = report.venues[0]?.markets.find(({ base }) => base === ATOM);
    if (market === undefined) throw new Error('no market');
    expect(ledger.book(market, 'simulated-trades').asked).toEqual([noon, dusk]);
    expect(ledger.book(market, 'simulated').asked).toEqual([
      minuteRange(minuteAt(Date.UTC(2025, 9, 10, 12, 8)), noon.to),
      dusk,
    ]);
    // Progress counts each minute that was asked for once.
    expect(report.venues[0]?.answeredMinutes).toBe(
      (report.venues[0]?.markets.length ?? NaN) * (minutesIn(noon) + minutesIn(dusk)),
    );
  });

  it('contracts, mark and index prices are asked for by kind, and of the assets alone', async () => {
    const { report, ledger } = await run(['binanceusdm', 'okx'], [], {}, memoryLedger(), [window], {
      kinds: ['perp', 'mark', 'index'],
    });
    expect(report.missing).toEqual([]);
    expect(report.venues.map(({ markets }) => markets.map(nameOf))).toEqual(
      ['binanceusdm', 'okx'].map((venue) => ['perp', 'mark', 'index'].map((kind) => `${venue} ATOM/USDT ${kind}`)),
    );
    for (const market of report.venues.flatMap(({ markets }) => markets))
      expect(ledger.book(market).asked).toEqual([window]);
  });

  it('a venue that trades contracts alone is not asked for spot', async () => {
    const asked = simulator.requests.length;
    const { report } = await run(['binancecoinm'], []);
    expect(simulator.requests.length).toBe(asked);
    expect(report.notes).toEqual(['Binance COIN-M: has no spot markets']);
  });
});

describe('asked again', () => {
  it('a recheck says per market how many minutes are the same, differ and are new, and keeps the edit (trap 8)', async () => {
    const { ledger } = await run(['binance'], []);
    const minute = minuteAt(Date.UTC(2025, 9, 10, 21, 20));
    const wider = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 19, 50)), window.to);
    const { report } = await run(
      ['binance'],
      [{ fault: { kind: 'edited-candle', minute, factor: 0.5 }, path: CANDLES, nth: 1 }],
      {},
      ledger,
      [wider],
      { mode: 'recheck' },
    );
    const atom = report.rechecked.find(({ market }) => nameOf(market) === 'binance ATOM/USDT');
    expect(atom).toMatchObject({ same: 239, differ: 1, fresh: 10 });
    for (const other of report.rechecked)
      if (other !== atom) expect(other).toMatchObject({ same: 240, differ: 0, fresh: 10 });
  });

  it('a repair asks for the gaps and for nothing else', async () => {
    const { ledger, report } = await run(
      ['okx'],
      [
        { fault: { kind: 'wrong-range' }, path: CANDLES, every: 3 },
        { fault: { kind: 'broken-row' }, path: CANDLES, nth: 1 },
      ],
    );
    const market = report.venues[0]?.markets[0];
    if (market === undefined) throw new Error('no market');
    const hole = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 22)), minuteAt(Date.UTC(2025, 9, 10, 22, 7)));
    const asked = simulator.requests.length;
    const again = await run(['okx'], [], {}, memoryLedger(), [], { parts: [{ market, road: 'rest', range: hole }] });
    expect(again.report.missing).toEqual([]);
    const requests = simulator.requests.slice(asked).filter(({ path }) => CANDLES.test(path));
    expect(requests.map(({ query }) => [query['instId'], query['limit']])).toEqual([['ATOM-USDT', '7']]);
    expect(again.ledger.book(market).asked).toEqual([hole]);
    expect(ledger.answers.length).toBeGreaterThan(0);
  });
});

describe('a venue that rests', () => {
  it('is left at once when it says maintenance, asked again when the others are done, and complete in the end', async () => {
    let resting = 1;
    const maintained: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/kraken/') || resting === 0) return fetch(input, init);
      resting -= 1;
      return Promise.resolve(
        new Response('{"error":["EService:Unavailable, scheduled maintenance"]}', { status: 503 }),
      );
    };
    const { report, waits, events } = await run(['kraken', 'okx'], [], { fetch: maintained });
    expect(report.missing).toEqual([]);
    expect(waits).toEqual([60_000]);
    const okxDone = events.findIndex(({ venue, state }) => venue === 'okx' && state === 'done');
    const askedAgain = events.findIndex(
      ({ venue, note }) => venue === 'kraken' && note.includes('next request in 60 s'),
    );
    expect(askedAgain).toBeGreaterThan(okxDone);
  });

  it('a ban is reported once, and the venue not asked again (trap 11)', async () => {
    const asked = simulator.requests.length;
    const { report, waits } = await run(
      ['okx'],
      [{ fault: { kind: 'too-many-requests', retryAfterSeconds: 7_200 }, path: CANDLES }],
    );
    expect(waits).toEqual([]);
    expect(simulator.requests.slice(asked).filter(({ path }) => CANDLES.test(path))).toHaveLength(1);
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toContain('OKX: banned this address for 120 minutes');
  });
});

describe('two ingesters on one ledger', () => {
  it('share the work once they notice one another, and leave the rows that one alone leaves', async () => {
    const wide = [minuteRange(minuteAt(Date.UTC(2025, 9, 7)), window.to)];
    const requests = async (work: () => Promise<unknown>): Promise<number> => {
      const from = simulator.requests.length;
      await work();
      return simulator.requests.slice(from).filter(({ path }) => CANDLES.test(path)).length;
    };
    const alone = memoryLedger();
    const one = await requests(() => run(['okx', 'bitget'], [], {}, alone, wide));
    const shared = memoryLedger();
    const streams = [3, 7].map((seed) => {
      let state = seed;
      // A plain generator: any two streams of chance will do.
      return {
        sleep: () => Promise.resolve(),
        random: () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647,
      };
    });
    const two = await requests(() =>
      Promise.all(
        streams.map(async (patience) => {
          const { report } = await run(['okx', 'bitget'], [], { patience }, shared, wide);
          expect(report.missing).toEqual([]);
        }),
      ),
    );
    expect(shared.contents()).toBe(alone.contents());
    // Not each all of it: most pages were asked for once.
    expect(two).toBeLessThan(1.5 * one);
  });
});
