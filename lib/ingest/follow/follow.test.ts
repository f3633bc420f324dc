import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, type Asset, type Market, type Venue } from '../../domain/market';
import {
  formatMinute,
  MINUTE_MS,
  minuteAt,
  minuteRange,
  subtract,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import { startSimulator, type Simulator } from '../../simulator/server';
import { follow, type FollowReport, type FollowRequest } from './follow';
import type { FollowedVenue } from './followVenue';
import { ingest } from '../run/ingest';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { virtualClock } from '../testing/virtualClock';

const CANDLES = /kline|candle|OHLC/i;
const ATOM = 'ATOM' as Asset;
/** A time of 2025-10-10, or with its own date. */
const at = (time: string): number => Date.parse(time.includes('T') ? `${time}Z` : `2025-10-10T${time}Z`);
const minute = (time: string): Minute => minuteAt(at(time));

let nowMs: () => number = () => NaN;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: crashScenario(), nowMs: () => nowMs() });
});
afterEach(() => {
  simulator.setFaults([]);
});
afterAll(() => simulator.close());

interface Followed {
  readonly report: FollowReport;
  readonly ledger: MemoryLedger;
  readonly shown: readonly (FollowedVenue & { readonly atMs: number })[];
  readonly lines: readonly string[];
}

interface Course {
  readonly venues: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly ledger?: MemoryLedger;
  readonly events?: readonly (readonly [string, () => void])[];
  readonly fetch?: typeof fetch;
  readonly request?: Partial<FollowRequest>;
  /** What the machine's clock shows at a time of the venues'. Default: the same. */
  readonly ours?: (ms: number) => number;
  readonly comparesClocks?: boolean;
}

/** Follows ATOM from one time of 2025-10-10 to another, by a virtual clock that the simulator shares. */
async function followed({
  venues,
  from,
  to,
  ledger = memoryLedger(),
  events = [],
  fetch,
  request,
  ours = (ms) => ms,
  comparesClocks = true,
}: Course): Promise<Followed> {
  const clock = virtualClock(
    at(from),
    at(to),
    venues.length,
    events.map(([time, happen]) => [at(time), happen]),
  );
  nowMs = clock.now;
  const shown: (FollowedVenue & { atMs: number })[] = [];
  const lines: string[] = [];
  const report = await follow(
    {
      assets: [ATOM],
      venues: venues as readonly Venue[],
      kinds: ['spot'],
      source: 'simulated',
      everyMinutes: 1,
      ...request,
    },
    {
      ledger,
      now: () => ours(clock.now()),
      origin: simulator.origin,
      patience: clock.patience,
      signal: clock.signal,
      onVenue: (venue) => shown.push({ ...venue, atMs: clock.now() }),
      onLine: (line) => lines.push(line),
      comparesClocks,
      ...(fetch === undefined ? {} : { fetch }),
    },
  );
  return { report, ledger, shown, lines };
}

/** The same stretch, ingested in one go when all of it is long over. */
async function ingested(venues: readonly string[], window: MinuteRange): Promise<MemoryLedger> {
  nowMs = () => at('23:59:00');
  const ledger = memoryLedger();
  const report = await ingest(
    { assets: [ATOM], venues: venues as readonly Venue[], windows: [window], source: 'simulated', roads: ['rest'] },
    { ledger, now: nowMs, origin: simulator.origin, patience: { sleep: () => Promise.resolve(), random: () => 0.5 } },
  );
  expect(report.missing).toEqual([]);
  return ledger;
}

const marketsIn = (ledger: MemoryLedger): readonly Market[] => [
  ...new Map(ledger.answers.map(({ market }) => [nameOf(market), market])).values(),
];

/** The minutes of a range without an answer, market by market. */
const holes = (ledger: MemoryLedger, range: MinuteRange): readonly string[] =>
  marketsIn(ledger).flatMap((market) =>
    subtract(range, ledger.book(market).asked).map(
      (hole) => `${nameOf(market)} ${formatMinute(hole.from)} to ${formatMinute(hole.to)}`,
    ),
  );

const candlesIn = (ledger: MemoryLedger, range: MinuteRange): readonly string[] =>
  marketsIn(ledger)
    .map((market) => {
      const within = [...ledger.book(market).candles.values()].filter(
        (candle) => candle.minute >= range.from && candle.minute < range.to,
      );
      return `${nameOf(market)} ${JSON.stringify(within.sort((a, b) => a.minute - b.minute))}`;
    })
    .sort();

/** Fetch that finds no network for some venues at some times. */
const offline =
  (lost: (venue: string, ms: number) => boolean): typeof fetch =>
  (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const venue = /^https?:\/\/[^/]+\/([^/]+)\//.exec(url)?.[1] ?? '';
    if (!lost(venue, nowMs())) return fetch(input, init);
    return Promise.reject(
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }),
      }),
    );
  };

const roundsOf = (shown: Followed['shown'], venue: string): Followed['shown'] =>
  shown.filter((one) => one.venue === venue && one.state === 'following');

describe('a follow', () => {
  const SIX = ['binance', 'okx', 'coinbase', 'kraken', 'kucoin', 'bitstamp'];

  it('misses no closed minute, and ends with the candles an ingest of the same stretch has', async () => {
    const { ledger, report, lines } = await followed({ venues: SIX, from: '21:10:30', to: '21:40:50' });
    // An hour back from its first minute; the last two may still be heard out.
    const stretch = minuteRange(minute('20:10'), minute('21:39'));
    expect(marketsIn(ledger).length).toBeGreaterThan(20);
    expect(holes(ledger, stretch)).toEqual([]);
    expect(candlesIn(ledger, stretch)).toEqual(candlesIn(await ingested(SIX, stretch), stretch));
    expect(lines).toEqual([]);
    expect(report.summary).toMatch(
      /^6 venues followed for 30 min, [\d,]+ candles recorded, 0 minutes corrected later$/,
    );
  });

  it('asks on schedule: one round a minute, eight seconds after its end, its newest minute eight seconds old', async () => {
    const { shown } = await followed({ venues: ['binance'], from: '21:10:30', to: '21:15:30' });
    const rounds = roundsOf(shown, 'binance');
    expect(rounds.map(({ atMs }) => new Date(atMs).toISOString().slice(11, 19))).toEqual([
      '21:10:30',
      '21:11:08',
      '21:12:08',
      '21:13:08',
      '21:14:08',
      '21:15:08',
    ]);
    expect(rounds.slice(1).map(({ newest, lagSeconds }) => [newest, lagSeconds])).toEqual(
      ['21:10', '21:11', '21:12', '21:13', '21:14'].map((time) => [minute(time), 8]),
    );
    expect(rounds.at(-1)).toMatchObject({ rounds: 6, corrections: 0, note: '' });
  });

  it('asks each market for little more than ten minutes a round', async () => {
    const before = simulator.requests.length;
    await followed({ venues: ['binance'], from: '21:10:30', to: '21:13:30' });
    const limits = simulator.requests
      .slice(before)
      .filter(({ path }) => CANDLES.test(path))
      .map(({ query }) => Number(query['limit']));
    const markets = limits.length / 4;
    expect(limits).toEqual([
      ...Array.from({ length: markets }, () => 60),
      ...Array.from({ length: 3 * markets }, () => 10),
    ]);
  });

  it('begins at the end of what is stored of the last day, an hour ago where nothing is, at `from` where that is given', async () => {
    const earliest = (ledger: MemoryLedger): string =>
      formatMinute(Math.min(...ledger.answers.map(({ asked }) => asked.from)) as Minute);
    const course = { venues: ['binance'], from: '21:10:30', to: '21:11:00' };
    expect(earliest((await followed(course)).ledger)).toBe('2025-10-10T20:10Z');
    expect(earliest((await followed({ ...course, request: { from: minute('09:00') } })).ledger)).toBe(
      '2025-10-10T09:00Z',
    );
    const before = await ingested(['binance'], minuteRange(minute('04:00'), minute('06:00')));
    const asked = before.answers.length;
    const resumed = await followed({ ...course, ledger: before });
    expect(formatMinute(Math.min(...before.answers.slice(asked).map((answer) => answer.asked.from)) as Minute)).toBe(
      '2025-10-10T06:00Z',
    );
    expect(holes(before, minuteRange(minute('04:00'), minute('21:10')))).toEqual([]);
    expect(resumed.shown.map(({ state, note }) => `${state} ${note}`)).toEqual([
      'connecting ',
      'catching-up 910 minutes behind',
      'following ',
    ]);
  });

  it('follows contracts, mark and index prices where these are asked for', async () => {
    const { ledger } = await followed({
      venues: ['okx'],
      from: '21:10:30',
      to: '21:14:50',
      request: { kinds: ['perp', 'mark', 'index'] },
    });
    expect(marketsIn(ledger).map(nameOf)).toEqual(['okx ATOM/USDT perp', 'okx ATOM/USDT mark', 'okx ATOM/USDT index']);
    expect(holes(ledger, minuteRange(minute('20:10'), minute('21:13')))).toEqual([]);
  });

  it('asks for a venue’s list of markets once a day, and goes on with the old one where none comes', async () => {
    const course = {
      venues: ['binance'],
      from: '2025-10-08T12:00:30',
      to: '2025-10-09T14:30:30',
      request: { everyMinutes: 60 },
    };
    const lists = (from: number): number =>
      simulator.requests.slice(from).filter(({ path }) => /exchangeInfo/.test(path)).length;
    let before = simulator.requests.length;
    const { shown, ledger } = await followed(course);
    expect(lists(before)).toBe(2);
    expect(roundsOf(shown, 'binance')).toHaveLength(27);
    before = simulator.requests.length;
    const without = await followed({
      ...course,
      events: [
        [
          '2025-10-08T13:30:00',
          () => {
            simulator.setFaults([{ fault: { kind: 'unavailable' }, path: /exchangeInfo/ }]);
          },
        ],
      ],
    });
    // Once at the beginning, and three times in vain.
    expect(lists(before)).toBe(4);
    expect(without.ledger.contents() === ledger.contents()).toBe(true);
    expect(without.shown.some(({ state }) => state === 'away')).toBe(false);
  });

  it('comes no nearer than its grace to a minute that is not over', async () => {
    const { ledger } = await followed({ venues: SIX, from: '21:10:02', to: '21:10:06' });
    expect(new Set(marketsIn(ledger).map(({ venue }) => venue))).toEqual(new Set(SIX));
    for (const market of marketsIn(ledger))
      expect(ledger.book(market).asked.at(-1)?.to).toBeLessThanOrEqual(minute('21:09'));
  });
});

describe('what a venue says late', () => {
  it('a candle corrected after its first telling is a revision, counted once', async () => {
    const minuteEdited = minute('21:12');
    const { ledger, report, shown } = await followed({
      venues: ['binance', 'okx'],
      from: '21:10:30',
      to: '21:18:30',
      events: [
        [
          '21:11:30',
          () => {
            simulator.setFaults([
              { fault: { kind: 'edited-candle', minute: minuteEdited, factor: 0.5 }, venue: 'binance', path: CANDLES },
            ]);
          },
        ],
        [
          '21:15:30',
          () => {
            simulator.setFaults([]);
          },
        ],
      ],
    });
    const markets = marketsIn(ledger).filter(({ venue }) => venue === 'binance');
    const lowsByMarket = markets.map((market) =>
      ledger.answers
        .filter((answer) => answer.market === market)
        .flatMap(({ candles }) => candles.filter((candle) => candle.minute === minuteEdited))
        .map(({ low }) => low),
    );
    const corrected = lowsByMarket.filter((lows) => new Set(lows).size === 2);
    expect(corrected.length).toBeGreaterThan(3);
    expect(report.venues.map(({ venue, corrections }) => [venue, corrections])).toEqual([
      ['binance', corrected.length],
      ['okx', 0],
    ]);
    const noted = shown.filter(({ note }) => note.startsWith('corrected: '));
    expect(noted.map(({ atMs }) => new Date(atMs).toISOString().slice(11, 19))).toEqual(['21:16:08']);
    expect(noted[0]?.note).toContain('ATOM/USDT 1');
    // What it says last is what is stored.
    for (const lows of lowsByMarket) expect(lows.at(-1)).toBe(lows.length === 0 ? undefined : Math.max(...lows));
  });

  it('a candle corrected after this machine’s clock was set back is dated no earlier than what it corrects: the newest answer is the one that counts', async () => {
    const minuteEdited = minute('21:12');
    const { ledger, report } = await followed({
      venues: ['okx'],
      from: '21:10:30',
      to: '21:18:30',
      // Five minutes ahead, until it is set right before the round in which the correction comes.
      ours: (ms) => (ms < at('21:15:40') ? ms + 5 * MINUTE_MS : ms),
      events: [
        [
          '21:11:30',
          () => {
            simulator.setFaults([
              { fault: { kind: 'edited-candle', minute: minuteEdited, factor: 0.5 }, venue: 'okx', path: CANDLES },
            ]);
          },
        ],
        [
          '21:15:30',
          () => {
            simulator.setFaults([]);
          },
        ],
      ],
    });
    const told = marketsIn(ledger).map((market) =>
      ledger.answers
        .filter((answer) => answer.market === market)
        .flatMap(({ candles, askedAtMs }) =>
          candles.filter((candle) => candle.minute === minuteEdited).map(({ low }) => ({ low, askedAtMs })),
        ),
    );
    const corrected = told.filter((one) => new Set(one.map(({ low }) => low)).size === 2);
    expect(corrected.length).toBeGreaterThan(0);
    for (const one of corrected)
      expect(one).toEqual(one.toSorted((x, y) => x.askedAtMs - y.askedAtMs || x.low - y.low));
    expect(report.venues.map(({ corrections }) => corrections)).toEqual([corrected.length]);
  });

  it('a candle published half a minute late is no minute without a trade, and no correction', async () => {
    const late: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (!/klines/.test(url)) return response;
      const rows = (await response.json()) as readonly (readonly [number])[];
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      return new Response(JSON.stringify(rows.filter(([open]) => open + 90_000 <= nowMs())), {
        status: response.status,
        headers,
      });
    };
    const { ledger, report } = await followed({ venues: ['binance'], from: '21:10:30', to: '21:20:30', fetch: late });
    expect(report.venues[0]?.corrections).toBe(0);
    const stretch = minuteRange(minute('20:10'), minute('21:18'));
    expect(candlesIn(ledger, stretch)).toEqual(candlesIn(await ingested(['binance'], stretch), stretch));
    expect(report.venues[0]).toMatchObject({ newest: minute('21:18'), lagSeconds: 68 });
  });
});

describe('a venue that is away', () => {
  const lost =
    (venue: string) =>
    (who: string, ms: number): boolean =>
      who === venue && ms >= at('21:13:00') && ms < at('21:20:00');

  it('without a network for seven minutes is said once, asked again with growing waits, and has its minutes filled', async () => {
    const { ledger, shown } = await followed({
      venues: ['binance', 'okx'],
      from: '21:10:30',
      to: '21:25:50',
      fetch: offline(lost('okx')),
    });
    expect(holes(ledger, minuteRange(minute('20:10'), minute('21:24')))).toEqual([]);
    const away = shown.filter(({ state }) => state === 'away');
    expect(away.map(({ venue, note }) => [venue, note])).toEqual([['okx', 'cannot be reached (ENOTFOUND)']]);
    const back = roundsOf(shown, 'okx').find(({ atMs }) => atMs > at('21:13:00'));
    // No wait of ours is longer than a minute.
    expect(back?.atMs).toBeGreaterThanOrEqual(at('21:20:00'));
    expect(back?.atMs).toBeLessThan(at('21:21:00'));
  });

  it('does not hold up another', async () => {
    const { shown } = await followed({
      venues: ['binance', 'okx'],
      from: '21:10:30',
      to: '21:25:50',
      fetch: offline(lost('okx')),
    });
    const calm = await followed({ venues: ['binance'], from: '21:10:30', to: '21:25:50' });
    expect(roundsOf(shown, 'binance')).toEqual(roundsOf(calm.shown, 'binance'));
  });

  it('for hours is caught up with page by page, older minutes than its candle history from trades', async () => {
    const { ledger, shown, lines } = await followed({
      venues: ['kraken'],
      from: '06:00:30',
      to: '20:00:50',
      fetch: offline((_, ms) => ms >= at('06:05:00') && ms < at('19:30:00')),
    });
    const [market] = marketsIn(ledger).filter(({ base }) => base === ATOM);
    if (market === undefined) throw new Error('no market');
    const answered = [...ledger.book(market).asked, ...ledger.book(market, 'simulated-trades').asked];
    expect(subtract(minuteRange(minute('05:00'), minute('19:58')), answered)).toEqual([]);
    expect(ledger.book(market, 'simulated-trades').asked.length).toBeGreaterThan(0);
    expect(shown.some(({ state, note }) => state === 'catching-up' && /^8\d\d minutes behind$/.test(note))).toBe(true);
    expect(lines).toEqual([]);
  });

  /** A venue that serves ATOM/USDT alone, as `answer` says; every other market it lists is not served. */
  const only =
    (answer: () => Response): typeof fetch =>
    (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!CANDLES.test(url)) return fetch(input, init);
      const unknown = '{"code":"51001","msg":"Instrument ID does not exist","data":[]}';
      return Promise.resolve(url.includes('ATOM-USDT') ? answer() : new Response(unknown));
    };

  it('whose one served market fails is away, not followed: what is not served does not answer for it', async () => {
    const { shown } = await followed({
      venues: ['okx'],
      from: '21:10:30',
      to: '21:14:50',
      fetch: only(() => new Response('overloaded', { status: 503 })),
    });
    expect(shown.map(({ state, note }) => [state, note])).toEqual([
      ['connecting', ''],
      ['away', 'HTTP 503: overloaded'],
    ]);
  });

  it('in maintenance, overloaded or behind its rate limit loses no minute', async () => {
    const resting: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/gate/') || nowMs() < at('21:12:30') || nowMs() >= at('21:18:30')) return fetch(input, init);
      return Promise.resolve(new Response('{"label":"SERVER","message":"scheduled maintenance"}', { status: 503 }));
    };
    const before = simulator.requests.length;
    const { ledger, shown } = await followed({
      venues: ['okx', 'kucoin', 'gate'],
      from: '21:10:30',
      to: '21:25:50',
      fetch: resting,
      events: [
        [
          '21:12:30',
          () => {
            simulator.setFaults([
              { fault: { kind: 'unavailable' }, venue: 'okx', path: CANDLES },
              { fault: { kind: 'too-many-requests', retryAfterSeconds: 20 }, venue: 'kucoin', path: CANDLES, every: 2 },
            ]);
          },
        ],
        [
          '21:18:30',
          () => {
            simulator.setFaults([]);
          },
        ],
      ],
    });
    expect(simulator.requests.slice(before).some(({ fault }) => fault === 'too-many-requests')).toBe(true);
    const away = shown.filter(({ state }) => state === 'away');
    expect(away.map(({ venue }) => venue).sort()).toEqual(['gate', 'okx']);
    expect(away.find(({ venue }) => venue === 'gate')?.note).toMatch(/^under maintenance \(HTTP 503/);
    expect(holes(ledger, minuteRange(minute('20:10'), minute('21:24')))).toEqual([]);
  });

  it('behind a geo-block is said once and asked once an hour at most', async () => {
    const before = simulator.requests.length;
    simulator.setFaults([{ fault: { kind: 'geo-block' }, venue: 'bybit' }]);
    const { shown, report } = await followed({ venues: ['bybit', 'okx'], from: '20:00:30', to: '23:30:50' });
    expect(shown.filter(({ state }) => state === 'refused').map(({ note }) => note)).toEqual([
      'refused the request (HTTP 451: Unavailable For Legal Reasons)',
    ]);
    // At once, after one hour, after two more.
    expect(simulator.requests.slice(before).filter(({ venue }) => venue === 'bybit')).toHaveLength(3);
    expect(report.summary).toContain('Bybit refused');
    // The other has had every minute of the three and a half hours.
    expect(roundsOf(shown, 'okx')).toHaveLength(211);
  });
});

describe('what cannot be had', () => {
  it('a minute whose row stays broken is named once it is given up, noted in the ledger, and holds up nothing', async () => {
    const { lines, ledger, report } = await followed({
      venues: ['kucoin'],
      from: '21:10:30',
      to: '21:40:50',
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        const url = input instanceof Request ? input.url : String(input);
        if (!/candles/.test(url) || !url.includes('ATOM-USDT')) return response;
        const body = (await response.json()) as { readonly data: readonly (readonly string[])[] };
        // The row of 21:12 comes without a time that can be read.
        const row = String(at('21:12:00') / 1_000);
        const data = body.data.map((one) => (one[0] === row ? ['soon', ...one.slice(1)] : one));
        const headers = new Headers(response.headers);
        headers.delete('content-length');
        return new Response(JSON.stringify({ ...body, data }), { status: 200, headers });
      },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^KuCoin ATOM\/USDT, 2025-10-10T21:12Z to 2025-10-10T21:13Z: .*; run `plumbline ingest --repair` to request it again/,
    );
    expect(ledger.attempts.map(({ asked, outcome }) => [formatMinute(asked.from), outcome])).toEqual([
      ['2025-10-10T21:12Z', 'failed'],
    ]);
    expect(report.venues[0]?.newest).toBeGreaterThanOrEqual(minute('21:38'));
  });

  it('a market that fails among others that answer is named in the note of the round', async () => {
    const { shown } = await followed({
      venues: ['okx'],
      from: '21:10:30',
      to: '21:10:50',
      fetch: (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        const fails = CANDLES.test(url) && url.includes('ATOM-USDT');
        return fails ? Promise.resolve(new Response('overloaded', { status: 503 })) : fetch(input, init);
      },
    });
    expect(shown.at(-1)).toMatchObject({ state: 'following', note: 'no answer: ATOM/USDT (HTTP 503: overloaded)' });
  });

  it('on a machine whose clock is off says so once: what is recorded is dated by it', async () => {
    const ahead: typeof fetch = async (input, init) => {
      const reply = await fetch(input, init);
      const date = new Date(Date.parse(reply.headers.get('date') ?? '') + 12 * MINUTE_MS).toUTCString();
      return new Response(await reply.arrayBuffer(), { status: reply.status, headers: { date } });
    };
    const course = { venues: ['okx', 'kucoin'], from: '21:10:30', to: '21:14:30' };
    const { lines } = await followed({ ...course, fetch: ahead });
    expect(lines.filter((line) => line.includes('clock'))).toEqual([
      expect.stringMatching(/^this machine’s clock is 1[12] min behind that of OKX and KuCoin; set it by NTP/),
    ]);
    expect((await followed(course)).lines.join()).not.toContain('clock');
    // A simulator's clock stands at the day of its event, and nobody is to set ours by it.
    expect((await followed({ ...course, fetch: ahead, comparesClocks: false })).lines.join()).not.toContain('clock');
  });

  it('names venues in the order asked for where a clock is off, whichever answers last', async () => {
    for (const [last, first] of [
      ['okx', 'kucoin'],
      ['kucoin', 'okx'],
    ] as const) {
      let begun: (() => void) | undefined;
      const candlesOfFirst = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const ahead: typeof fetch = async (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        // Its list is there when candles are asked for.
        if (pathname.startsWith(`/${first}/`) && /candle/i.test(pathname)) begun?.();
        if (pathname.startsWith(`/${last}/`)) await candlesOfFirst;
        const reply = await fetch(input, init);
        const date = new Date(Date.parse(reply.headers.get('date') ?? '') + 12 * MINUTE_MS).toUTCString();
        return new Response(await reply.arrayBuffer(), { status: reply.status, headers: { date } });
      };
      const { lines } = await followed({ venues: ['okx', 'kucoin'], from: '21:10:30', to: '21:14:30', fetch: ahead });
      expect(lines.join()).toContain('that of OKX and KuCoin');
    }
  });

  it('an asset that no venue lists ends it', async () => {
    const { report, lines } = await followed({
      venues: ['okx', 'kucoin'],
      from: '21:10:30',
      to: '21:40:50',
      request: { assets: ['ATMO' as Asset] },
    });
    expect(report.listedNowhere).toBe(true);
    expect(lines).toEqual([
      'ATMO: not listed on OKX and KuCoin; check the ticker, or import trades or a candle file with `plumbline import`',
    ]);
  });

  it('a ledger that fails ends it with that error', async () => {
    const ledger = memoryLedger(() => {
      throw new Error('the disk is full');
    });
    await expect(followed({ venues: ['okx'], from: '21:10:30', to: '21:12:30', ledger })).rejects.toThrow(
      'the disk is full',
    );
  });

  it('a request for the simulator needs its address, and one for exchanges none', async () => {
    const clock = virtualClock(0, MINUTE_MS, 1);
    const request: FollowRequest = { assets: [ATOM], venues: [], kinds: ['spot'], source: 'rest', everyMinutes: 1 };
    const options = {
      ledger: memoryLedger(),
      now: clock.now,
      signal: clock.signal,
      onVenue: () => undefined,
      onLine: () => undefined,
    };
    await expect(follow(request, { ...options, origin: simulator.origin })).rejects.toThrow('if and only if');
    await expect(follow({ ...request, source: 'simulated' }, options)).rejects.toThrow('if and only if');
  });
});
