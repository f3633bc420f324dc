import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { coverageAnswer, overviewAnswer } from '../api/overview';
import { deviationsAnswer, type VenueSeriesAnswer } from '../api/deviations';
import { minuteAnswer } from '../api/minute';
import { progressAnswer } from '../api/progress';
import type { Candle } from '../domain/candle';
import type { Asset, Market, Venue } from '../domain/market';
import type { Question } from '../domain/question';
import { beginProgress, endProgress, saveProgress } from '../store/ingestProgress';
import { ledgerOf } from '../store/ledger/ledger';
import { answer, at, candle, range, spot, type AnswerShape } from '../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { appContext, type Context } from './context';
import { coverage } from './coverage/coverage';
import { deviations } from './deviations/deviations';
import { minuteOf } from './minutes/minute';
import type { Outcome } from './http/outcome';
import { overview } from './coverage/overview';
import { progress } from './progress/progress';
import { windowOf } from './coverage/window';

/** Minutes are counted from 21:00 on 2025-10-10. */
const NINE = 21 * 60;
const MINUTES = Array.from({ length: 12 }, (_, i) => i);
const [WICK, SILENT, THREE_LEFT, UNASKED] = [1, 2, 3, 4] as const;
const asset = (code: string): Asset => code as Asset;
const venue = (id: string): Venue => id as Venue;

/** Flat candles of 10 ATOM at one price in the minutes given; the wick's low is its own. */
const candles = (price: number, minutes: readonly number[], wickLow = price): readonly Candle[] =>
  minutes.map((m) => candle(at(NINE + m), price, m === WICK ? { low: wickLow } : {}));
const simulated = (
  market: Market,
  from: number,
  to: number,
  stored: readonly Candle[],
  rest: Partial<AnswerShape> = {},
): ReturnType<typeof answer> =>
  answer({
    market,
    source: 'simulated',
    asked: range(NINE + from, NINE + to),
    candles: stored.filter(({ minute }) => minute >= at(NINE + from) && minute < at(NINE + to)),
    ...rest,
  });

/**
 * Four venues in USD: coinbase and kraken at 100, okx at 104, binance at 100 with one low of 50. Binance has a minute without
 * a trade and one that was never asked; kraken has one without a trade.
 */
function stored(): readonly ReturnType<typeof answer>[] {
  const usd = (id: string): Market => spot(id, 'ATOM', 'USD');
  const binance = candles(
    100,
    MINUTES.filter((m) => m !== SILENT && m !== UNASKED),
    50,
  );
  const later = candle(at(NINE + 11), 100, { baseVolume: 20 });
  return [
    simulated(usd('binance'), 0, UNASKED, binance),
    simulated(usd('binance'), UNASKED + 1, 12, binance),
    simulated(usd('coinbase'), 0, 12, candles(100, MINUTES)),
    simulated(usd('coinbase'), 11, 12, [later], { askedAtMs: Date.UTC(2026, 0, 2) }),
    simulated(
      usd('kraken'),
      0,
      12,
      candles(
        100,
        MINUTES.filter((m) => m !== THREE_LEFT),
      ),
    ),
    simulated(usd('okx'), 0, 12, candles(104, MINUTES)),
    simulated(spot('upbit', 'DOGE', 'KRW'), 0, 3, candles(340, [0, 1, 2])),
    simulated(spot('gate', 'DOGE', 'USDT'), 0, 3, candles(0.25, [0, 2]), {
      quarantined: [{ minute: at(NINE + 1), reason: 'low 0 is not above 0', raw: '[]' }],
    }),
    answer({
      market: spot('okx', 'XRP', 'USD'),
      source: 'simulated',
      asked: { from: at('2025-09-01T00:00Z'), to: at('2025-09-03T12:00Z') },
      candles: [candle(at('2025-09-02T00:00Z'), 2.8)],
    }),
  ];
}

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('rehearsal');
  for (const one of stored()) await ledgerOf(db).record([one]);
  vi.stubEnv('DATABASE_URL', db.url);
  context = await appContext();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await context.database.close();
  globalThis.plumblineContext = undefined;
  await db.drop();
});

const question = (change: Partial<Question> = {}): Question => ({
  asset: asset('ATOM'),
  range: range(NINE, NINE + 12),
  venues: undefined,
  markets: [],
  reference: { kind: 'others' },
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  asOf: undefined,
  ...change,
});

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** One minute of a series, by the names of the contract. */
function row(series: VenueSeriesAnswer | undefined, i: number): Record<string, unknown> {
  if (series === undefined) throw new Error('the answer has no such series');
  const {
    minutes,
    low,
    close,
    referenceLow,
    referenceClose,
    peers,
    dispersion,
    dLow,
    dHigh,
    dClose,
    outside,
    missing,
  } = series;
  return Object.fromEntries(
    Object.entries({
      minutes,
      low,
      close,
      referenceLow,
      referenceClose,
      peers,
      dispersion,
      dLow,
      dHigh,
      dClose,
      outside,
      missing,
    }).map(([name, column]) => [name, column?.[i]]),
  );
}

describe('the deviations of a window', () => {
  it('are those worked out by hand, each hole null with its own reason', async () => {
    const found = deviationsAnswer.parse(valueOf(await deviations(context, question())));
    const of = (id: string): VenueSeriesAnswer | undefined => found.series.find((series) => series.venue === id);
    // Others' lows 100, 100, 104: median 100, from which 0, 0 and 4 are away: median 0.
    expect(row(of('binance'), WICK)).toEqual({
      minutes: '2025-10-10T21:01Z',
      low: 50,
      close: 100,
      referenceLow: 100,
      referenceClose: 100,
      peers: 3,
      dispersion: 0,
      dLow: -0.5,
      dHigh: 0,
      dClose: 0,
      outside: -0.5,
      missing: null,
    });
    expect(row(of('binance'), SILENT)).toMatchObject({
      low: null,
      close: null,
      dLow: null,
      dClose: null,
      outside: null,
      missing: 'no-trade',
    });
    expect(row(of('binance'), THREE_LEFT)).toMatchObject({
      low: 100,
      referenceLow: null,
      peers: 2,
      dLow: null,
      missing: 'too-few-peers',
    });
    expect(row(of('binance'), UNASKED)).toMatchObject({ low: null, dLow: null, missing: 'not-fetched' });
    // Its own 50 is not among kraken's others' middle: 50, 100, 104.
    expect(row(of('kraken'), WICK)).toMatchObject({ referenceLow: 100, dLow: 0, outside: 0, missing: null });
    expect(row(of('okx'), WICK)).toMatchObject({ referenceLow: 100, missing: null });
    expect(of('okx')?.dLow[WICK]).toBeCloseTo(0.04, 12);
    expect(of('okx')?.outside[WICK]).toBeCloseTo(0.04, 12);
  });

  it('say of each market what was traded, not traded and never asked, and of the market its fall', async () => {
    const found = valueOf(await deviations(context, question()));
    expect(found).toMatchObject({
      method: 2,
      simulated: true,
      asset: 'ATOM',
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:12Z',
      currency: 'USD',
      reference: 'others',
      rate: 'usd',
      minPeers: 3,
      enter: 0.02,
    });
    expect(
      found.markets.map(({ venue: id, traded, noTrade, notFetched }) => [id, traded, noTrade, notFetched]),
    ).toEqual([
      ['binance', 10, 1, 1],
      ['coinbase', 12, 0, 0],
      ['kraken', 11, 1, 0],
      ['okx', 12, 0, 0],
    ]);
    expect(found.markets[0]).toMatchObject({
      market: 'ATOM/USD',
      kind: 'spot',
      source: 'simulated',
      otherSources: [],
      rate: { rule: 'usd', median: 1 },
    });
    expect(found.market.fall).toBe(0);
    expect(found.falls).toEqual([
      { venue: 'binance', market: 'ATOM/USD', kind: 'spot', fall: -0.5, excess: -0.5 },
      { venue: 'coinbase', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
      { venue: 'kraken', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
      { venue: 'okx', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
    ]);
  });

  it('rank binance’s minute before okx’s premium, which reaches over the whole window', async () => {
    const { episodes } = valueOf(await deviations(context, question()));
    expect(episodes).toHaveLength(2);
    expect(episodes[0]).toMatchObject({
      venue: 'binance',
      side: 'below',
      start: '2025-10-10T21:01Z',
      end: '2025-10-10T21:02Z',
      spanMinutes: 1,
      minutesBeyond: 1,
      minutesClosedBeyond: 0,
      unknownMinutes: 0,
      peak: -0.5,
      peakMinute: '2025-10-10T21:01Z',
      peakPrice: 50,
      peakReference: 100,
      peakOutside: -0.5,
      areaPctMinutes: 0,
      baseVolume: 10,
      usdVolume: 1000,
      peersAtPeak: 3,
      minPeers: 3,
      censored: 'none',
    });
    // Three minutes have too few peers for okx; nine stand 4 % above.
    expect(episodes[1]).toMatchObject({
      venue: 'okx',
      side: 'above',
      start: '2025-10-10T21:00Z',
      end: '2025-10-10T21:12Z',
      spanMinutes: 12,
      minutesBeyond: 9,
      minutesClosedBeyond: 9,
      unknownMinutes: 3,
      peakPrice: 104,
      peakReference: 100,
      recoveryMinutes: null,
      censored: 'both',
    });
    expect(episodes[1]?.peak).toBeCloseTo(0.04, 12);
    expect(episodes[1]?.areaPctMinutes).toBeCloseTo(36, 9);
  });

  it('carry a digest that another question changes and asking again does not', async () => {
    const [once, again, other] = await Promise.all(
      [question(), question(), question({ minPeers: 2 })].map(
        async (asked) => valueOf(await deviations(context, asked)).digest,
      ),
    );
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it('hold every venue against the yardstick alone, itself not measured', async () => {
    const found = valueOf(await deviations(context, question({ reference: { kind: 'venue', venue: venue('okx') } })));
    expect(found.reference).toBe('venue:okx');
    expect(found.series.map((series) => [series.venue, series.dLow[WICK], series.peers[WICK]])).toEqual([
      ['binance', 50 / 104 - 1, 1],
      ['coinbase', 100 / 104 - 1, 1],
      ['kraken', 100 / 104 - 1, 1],
      ['okx', null, 0],
    ]);
  });

  it('say no-rate for won and assumed parity for dollars of a stablecoin, where no rate is held', async () => {
    const found = valueOf(await deviations(context, question({ asset: asset('DOGE'), range: range(NINE, NINE + 3) })));
    const [gate, upbit] = found.series;
    expect([gate?.venue, gate?.low, gate?.missing]).toEqual([
      'gate',
      [0.25, null, 0.25],
      ['too-few-peers', 'not-fetched', 'too-few-peers'],
    ]);
    expect([upbit?.venue, upbit?.low, upbit?.missing]).toEqual([
      'upbit',
      [null, null, null],
      ['no-rate', 'no-rate', 'no-rate'],
    ]);
    expect(found.markets.map(({ rate }) => [rate?.rule, rate?.median])).toEqual([
      ['parity', 1],
      ['none', null],
    ]);
    expect(found.notes.join(' ')).toMatch(/Assumed parity: .*USDT.*\(Gate\)/);
    expect(found.notes.join(' ')).toMatch(/Only 2 venues take part for DOGE/);
  });
});

describe('one minute', () => {
  const minute = async (m: number, change: Partial<Question> = {}): Promise<ReturnType<typeof minuteAnswer.parse>> =>
    minuteAnswer.parse(valueOf(await minuteOf(context, question(change), at(NINE + m))));

  it('is stated in a sentence, with every venue’s raw and converted candle', async () => {
    const found = await minute(WICK);
    expect(found.sentence).toBe(
      'On 2025-10-10 at 21:01 UTC, ATOM traded as low as 50 USD on Binance (ATOM/USD), 50.00 % below the median low of 3 other venues, 100 USD; no other venue traded lower that minute.',
    );
    expect(found).toMatchObject({ simulated: true, minute: '2025-10-10T21:01Z', currency: 'USD', reference: 'others' });
    const price = { open: 100, high: 100, low: 50, close: 100 };
    expect(found.venues[0]).toMatchObject({
      venue: 'binance',
      quote: 'USD',
      source: 'simulated',
      raw: price,
      converted: price,
      baseVolume: 10,
      quoteVolume: null,
      trades: null,
      rate: { rule: 'usd', value: 1 },
      reference: { low: 100, high: 100, close: 100 },
      peers: 3,
      dLow: -0.5,
      missing: null,
    });
  });

  it('says why nobody is measured where that is so', async () => {
    expect((await minute(SILENT)).sentence).toBe(
      'On 2025-10-10 at 21:02 UTC no venue’s ATOM price could be measured: no trade (Binance); too few other venues to compare with (Coinbase, Kraken, OKX).',
    );
    expect((await minute(UNASKED)).venues[0]).toMatchObject({
      venue: 'binance',
      raw: { low: null },
      missing: 'not-fetched',
    });
    expect((await minute(2_000)).sentence).toBe(
      'On 2025-10-12 at 06:20 UTC no venue’s ATOM price could be measured: not fetched (Binance, Coinbase, Kraken, OKX).',
    );
  });

  it('shows what a venue said even where it cannot be converted', async () => {
    const upbit = (await minute(0, { asset: asset('DOGE') })).venues.find(({ venue: id }) => id === 'upbit');
    expect(upbit).toMatchObject({
      raw: { close: 340 },
      converted: { close: null },
      rate: { rule: 'none', value: null },
      missing: 'no-rate',
    });
  });

  it('does not depend on the window it was looked at in', async () => {
    expect((await minute(WICK, { range: range(NINE, NINE + 2) })).digest).toBe((await minute(WICK)).digest);
  });
});

describe('what is not held', () => {
  it('is a problem of 404 with its mend, for an asset, a venue and a yardstick', async () => {
    const noData = { ok: false, status: 404, code: 'not-held' };
    const outcomes = [
      await deviations(context, question({ asset: asset('IOTX') })),
      await minuteOf(context, question({ asset: asset('IOTX') }), at(NINE)),
      await coverage(context, asset('IOTX')),
      await windowOf(context, asset('IOTX')),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        ...noData,
        message: expect.stringMatching(
          /^No data for IOTX; load some with `plumbline ingest IOTX --from T --to T` or `plumbline import`$/,
        ) as string,
      });
    expect(await deviations(context, question({ venues: [venue('binance'), venue('kucoin')] }))).toMatchObject({
      ...noData,
      message: expect.stringMatching(/^No data for ATOM on KuCoin; `plumbline coverage ATOM` lists/) as string,
    });
    expect(
      await minuteOf(context, question({ reference: { kind: 'venue', venue: venue('kucoin') } }), at(NINE)),
    ).toMatchObject({
      ...noData,
      message: expect.stringMatching(
        /^No data for a spot market of ATOM on KuCoin, so it cannot be the reference;/,
      ) as string,
    });
  });
});

describe('the coverage', () => {
  it('tells asked from never asked, no trade from quarantined, and counts revisions', async () => {
    const found = coverageAnswer.parse(valueOf(await coverage(context)));
    expect([found.simulated, found.assets.map(({ asset: code }) => code)]).toEqual([true, ['ATOM', 'DOGE', 'XRP']]);
    const [atom, doge] = found.assets;
    expect(atom?.markets[0]).toEqual({
      venue: 'binance',
      market: 'ATOM/USD',
      kind: 'spot',
      source: 'simulated',
      answeredMinutes: 11,
      traded: 10,
      noTrade: 1,
      quarantined: 0,
      revised: 0,
      ranges: [
        { from: '2025-10-10T21:00Z', to: '2025-10-10T21:04Z' },
        { from: '2025-10-10T21:05Z', to: '2025-10-10T21:12Z' },
      ],
    });
    expect(atom?.markets[1]).toMatchObject({
      venue: 'coinbase',
      answeredMinutes: 12,
      traded: 12,
      noTrade: 0,
      revised: 1,
    });
    expect(doge?.markets[0]).toMatchObject({
      venue: 'gate',
      answeredMinutes: 2,
      traded: 2,
      noTrade: 0,
      quarantined: 1,
    });
  });

  it('of one asset leaves the others out', async () => {
    expect(valueOf(await coverage(context, asset('DOGE'))).assets.map(({ asset: code }) => code)).toEqual(['DOGE']);
  });
});

describe('the overview', () => {
  it('lists what is held, its candles and the window it opens with, and the deepest first', async () => {
    const found = overviewAnswer.parse(valueOf(await overview(context)));
    const event = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };
    expect(found.simulated).toBe(true);
    expect(found.assets.map(({ asset: code }) => code)).toEqual(['ATOM', 'DOGE', 'XRP']);
    // 10 of binance, 12 of coinbase, 11 of kraken, 12 of okx.
    expect(found.assets[0]).toMatchObject({
      venues: ['binance', 'coinbase', 'kraken', 'okx'],
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:12Z',
      window: event,
      candles: 45,
    });
    expect(
      found.deepest.map(({ asset: code, venue: id, side, from, to, enter }) => [code, id, side, from, to, enter]),
    ).toEqual([
      ['ATOM', 'binance', 'below', event.from, event.to, 0.02],
      ['ATOM', 'okx', 'above', event.from, event.to, 0.02],
    ]);
  });

  it('is made anew once more candles are held', async () => {
    await ledgerOf(db).record([simulated(spot('gate', 'ATOM', 'USD'), 0, 1, candles(100, [0]))]);
    expect(valueOf(await overview(context)).assets[0]).toMatchObject({
      candles: 46,
      venues: ['binance', 'coinbase', 'gate', 'kraken', 'okx'],
    });
  });
});

describe('the window an asset opens with', () => {
  it('is the event’s where any of it is held, else the last day held', async () => {
    expect(valueOf(await windowOf(context, asset('ATOM'))).range).toEqual({
      from: at('2025-10-10T20:00Z'),
      to: at('2025-10-11T00:00Z'),
    });
    expect(valueOf(await windowOf(context, asset('XRP'))).range).toEqual({
      from: at('2025-09-02T12:00Z'),
      to: at('2025-09-03T12:00Z'),
    });
  });
});

describe('the progress of an ingest', () => {
  const okx = {
    venue: venue('okx'),
    state: 'working',
    doneMinutes: 240,
    totalMinutes: 480,
    candles: 239,
    note: '',
  } as const;
  const now = async (): Promise<ReturnType<typeof progressAnswer.parse>> =>
    progressAnswer.parse(valueOf(await progress(context)));

  it('is empty where none ever ran, alive while one runs, and keeps the end state', async () => {
    expect(await now()).toEqual({ method: 2, simulated: true, running: false, venues: [] });
    await beginProgress(db, Date.now());
    await saveProgress(db, [okx], Date.now());
    expect(await now()).toMatchObject({ running: true, venues: [okx] });
    await saveProgress(db, [{ ...okx, state: 'done', doneMinutes: 480, candles: 478 }], Date.now());
    await endProgress(db, Date.now());
    expect(await now()).toMatchObject({ running: false, venues: [{ venue: 'okx', state: 'done', doneMinutes: 480 }] });
  });

  it('does not call one running that was killed a minute ago', async () => {
    await beginProgress(db, Date.now() - 60_000);
    expect((await now()).running).toBe(false);
  });
});
