import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer, repliesAnswer, type MarketCoverage } from '../../api/coverage';
import { revisionsAnswer, type RevisionsAnswer } from '../../api/revisions';
import type { Candle } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import { instant } from '../../domain/instant';
import type { Provenance } from '../../domain/observation';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { coverage } from './coverage';
import { replies, replyBytes } from '../replies/provenance';
import { revisions, type RevisionsAsked } from '../revisions/revisions';

// How data was kept, over candles made by hand: one market from three sources, a revision, a broken row.

/** Minutes are counted from 21:00 on 2025-10-10. */
const NINE = 21 * 60;
const flat = (minutes: readonly number[], price = 100): readonly Candle[] =>
  minutes.map((m) => candle(at(NINE + m), price));
const asset = (code: string): Asset => code as Asset;

let db: FreshDatabase;
let context: Context;

const REPLY: Provenance = {
  address: 'https://api.kraken.com/0/public/OHLC?pair=SOLUSD',
  receivedAtMs: ASKED_AT + 1_250,
  sha256: 'ab'.repeat(32),
  reader: 'ccxt 4.5.84',
  body: '{"error":[],"result":{}}',
};

/**
 * ATOM/USDT on binance. Its klines answer ten minutes at 100, the first with a low of 50, the fourth without a trade; the
 * archive answers the first five of them, its first low 75 and a trade in the fourth; the display klines answer eight, the
 * low of the first cut off at 98 and all alike otherwise, but for a volume. XRP is held from one source.
 */
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const rest = flat([0, 1, 2, 4, 5, 6, 7, 8, 9]).map((one) => (one.minute === at(NINE) ? { ...one, low: 50 } : one));
  const archive = flat([0, 1, 2, 3, 4]).map((one) => (one.minute === at(NINE) ? { ...one, low: 75 } : one));
  const ui = flat([0, 1, 2, 4, 5, 6, 7]).map((one) => ({
    ...one,
    ...(one.minute === at(NINE) ? { low: 98 } : {}),
    ...(one.minute === at(NINE + 5) ? { baseVolume: 11 } : {}),
  }));
  await ledgerOf(db).record([
    answer({ asked: range(NINE, NINE + 10), candles: rest }),
    answer({ source: 'archive', asked: range(NINE, NINE + 5), candles: archive }),
    answer({ source: 'ui', asked: range(NINE, NINE + 8), candles: ui }),
    answer({
      market: spot('okx', 'XRP', 'USDT'),
      asked: range(NINE, NINE + 3),
      candles: flat([0, 2], 2),
      quarantined: [
        { minute: at(NINE + 1), reason: 'low 0 is not above 0', raw: '[1760130060000,"2","2","0","2","10"]' },
      ],
    }),
  ]);
  await ledgerOf(db).record([
    answer({
      asked: range(NINE + 1, NINE + 2),
      candles: [candle(at(NINE + 1), 100, { low: 90 })],
      askedAtMs: ASKED_AT + 86_400_000,
    }),
    answer({
      market: spot('okx', 'XRP', 'USDT'),
      asked: range(NINE + 2, NINE + 3),
      candles: [],
      askedAtMs: ASKED_AT + 86_400_000,
    }),
  ]);
  // SOL: answered around midnight, with ten minutes never asked between; asked for and not answered before, and on the day after.
  const sol = spot('kraken', 'SOL', 'USD');
  const vain = { market: sol, source: 'rest', askedAtMs: ASKED_AT + 60_000 } as const;
  await ledgerOf(db).record([
    answer({ market: sol, asked: range(1_430, 1_440), candles: [candle(at(1_430), 200)] }),
    answer({ market: sol, asked: range(1_450, 1_460), candles: [], provenance: [REPLY] }),
  ]);
  await ledgerOf(db).attempted([
    { ...vain, asked: range(1_400, 1_435), outcome: 'not-served', cause: 'older than its 720 newest candles' },
    { ...vain, asked: range(2_870, 2_890), outcome: 'failed', cause: 'HTTP 503 five times' },
    { ...vain, asked: range(2_900, 2_901), outcome: 'refused', cause: 'HTTP 451' },
  ]);
});
afterAll(() => db.drop());

async function asked(change: Partial<RevisionsAsked> = {}): Promise<RevisionsAnswer> {
  const outcome = await revisions(context, { limit: 100, ...change });
  if (!outcome.ok) throw new Error(outcome.message);
  return revisionsAnswer.strict().parse(outcome.value);
}

describe('sources of one market', () => {
  it('are held against the one that answered most, minutes alike, differing and of one alone counted', async () => {
    const { pairs, compared } = await asked({ asset: asset('ATOM') });
    expect(compared).toEqual([
      {
        asset: 'ATOM',
        name: expect.any(String) as string,
        from: '2025-10-10T20:00Z',
        to: '2025-10-11T00:00Z',
        markets: 1,
      },
    ]);
    const named = { asset: 'ATOM', venue: 'binance', market: 'ATOM/USDT', kind: 'spot', source: 'rest' };
    // The second minute was revised in the klines alone: it differs from both others.
    expect(pairs).toEqual([
      {
        ...named,
        other: 'archive',
        compared: 5,
        alike: 2,
        differing: 3,
        priceDiffers: 2,
        onlySourceTraded: 0,
        onlyOtherTraded: 1,
        volumeDiffers: 0,
        onlySource: 5,
        onlyOther: 0,
      },
      {
        ...named,
        other: 'ui',
        compared: 8,
        alike: 5,
        differing: 3,
        priceDiffers: 2,
        onlySourceTraded: 0,
        onlyOtherTraded: 0,
        volumeDiffers: 1,
        onlySource: 2,
        onlyOther: 0,
      },
    ]);
  });

  it('are listed minute by minute, the worst first, with both candles', async () => {
    const { differing, differences } = await asked({ asset: asset('ATOM') });
    expect(differing).toBe(6);
    expect(
      differences.map(({ minute, other, low, price, volume }) => [minute.slice(11), other, low, price, volume]),
    ).toEqual(
      [
        ['21:00Z', 'ui', 0.96, 0.96, 0],
        ['21:00Z', 'archive', 0.5, 0.5, 0],
        ['21:01Z', 'archive', 100 / 90 - 1, 100 / 90 - 1, 0],
        ['21:01Z', 'ui', 100 / 90 - 1, 100 / 90 - 1, 0],
        ['21:03Z', 'archive', null, null, null],
        ['21:05Z', 'ui', 0, 0, 0.1],
      ].map(([minute, other, ...ratios]) => [
        minute,
        other,
        ...ratios.map((ratio) => (typeof ratio === 'number' ? (expect.closeTo(ratio, 12) as unknown) : ratio)),
      ]),
    );
    expect(differences[0]).toMatchObject({
      source: 'rest',
      fields: ['low'],
      said: { low: 50, baseVolume: 10, quoteVolume: null },
      otherSaid: { low: 98 },
    });
    expect(differences[4]).toMatchObject({ said: null, otherSaid: { open: 100 } });
  });

  it('are cut at the limit, the count being of all', async () => {
    const { differing, differences } = await asked({ limit: 2 });
    expect([differing, differences.map(({ low }) => low)]).toEqual([6, [0.96, 0.5]]);
  });

  it('are compared in the range asked for, and nowhere else', async () => {
    const { pairs, range: said, notes } = await asked({ asset: asset('ATOM'), range: range(NINE + 2, NINE + 4) });
    expect(pairs.map(({ other, compared, differing }) => [other, compared, differing])).toEqual([
      ['archive', 2, 1],
      ['ui', 2, 0],
    ]);
    expect(said).toEqual({ from: '2025-10-10T21:02Z', to: '2025-10-10T21:04Z' });
    expect(notes).toEqual([
      'Revisions and quarantined rows cover 2025-10-10T21:02Z to 2025-10-10T21:04Z. Sources are compared from 2025-10-10T21:02Z to 2025-10-10T21:04Z.',
    ]);
  });

  it('are not told of in minutes that only one of them was ever asked for', async () => {
    expect((await asked({ asset: asset('ATOM'), range: range(NINE + 8, NINE + 10) })).pairs).toEqual([]);
    expect(
      (await asked({ asset: asset('ATOM'), range: range(NINE + 5, NINE + 10) })).pairs.map(
        ({ other, compared, onlySource }) => [other, compared, onlySource],
      ),
    ).toEqual([['ui', 3, 2]]);
  });

  it('cannot be compared where only one is held, which is said', async () => {
    expect(await asked({ asset: asset('XRP') })).toMatchObject({
      pairs: [],
      differences: [],
      notes: [
        'Revisions and quarantined rows cover all time. No market of XRP has data from more than one source in the default window, so there are no sources to compare.',
      ],
    });
  });
});

describe('revisions in time', () => {
  it('tell what stood there and what stands there now, when each was seen, and by how much they differ', async () => {
    const { revised, revisions: list } = await asked();
    expect(revised).toBe(2);
    expect(list[0]).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      market: 'ATOM/USDT',
      source: 'rest',
      minute: '2025-10-10T21:01Z',
      before: { low: 100, high: 100 },
      after: { low: 90, high: 100 },
      firstSeen: '2026-01-01T00:00Z',
      seenAgain: '2026-01-02T00:00Z',
      fields: ['low'],
      low: -0.1,
      high: 0,
      price: -0.1,
      volume: 0,
    });
    expect(list[1]).toMatchObject({
      asset: 'XRP',
      minute: '2025-10-10T21:02Z',
      before: { close: 2 },
      after: null,
      price: null,
    });
  });

  it('are those of the asset and the range asked for', async () => {
    expect((await asked({ asset: asset('XRP') })).revisions.map(({ asset: code }) => code)).toEqual(['XRP']);
    expect((await asked({ range: range(NINE + 2, NINE + 3) })).revisions.map(({ asset: code }) => code)).toEqual([
      'XRP',
    ]);
  });
});

describe('how a market was kept', () => {
  const markets = async (code: string): Promise<readonly MarketCoverage[]> => {
    const outcome = await coverage(context, asset(code), { kept: true });
    if (!outcome.ok) throw new Error(outcome.message);
    return coverageAnswer
      .strict()
      .parse(outcome.value)
      .assets.flatMap(({ markets: all }) => all);
  };

  it('is told day by day: answered, traded, no trade, asked for and not answered by its outcome; days of nothing are left out', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept?.days).toEqual({
      day: ['2025-10-10', '2025-10-11', '2025-10-12'],
      answered: [10, 10, 0],
      traded: [1, 0, 0],
      noTrade: [9, 10, 0],
      refused: [0, 0, 1],
      failed: [0, 10, 10],
      notServed: [30, 0, 0],
      quarantined: [0, 0, 0],
      revised: [0, 0, 0],
    });
  });

  it('has a share of the minutes between its first and its last answer, and the times it was asked', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept).toMatchObject({
      span: { from: '2025-10-10T23:50Z', to: '2025-10-11T00:20Z' },
      firstAsked: '2026-01-01T00:00Z',
      lastAsked: '2026-01-01T00:01Z',
    });
    expect(sol?.kept?.answeredShare).toBeCloseTo(20 / 30, 12);
  });

  it('names what was asked for and not answered with its cause, less what was answered', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept?.inVain.map(({ from, to, outcome, cause }) => [from, to, outcome, cause])).toEqual([
      ['2025-10-10T23:20Z', '2025-10-10T23:50Z', 'not-served', 'older than its 720 newest candles'],
      ['2025-10-11T23:50Z', '2025-10-12T00:10Z', 'failed', 'HTTP 503 five times'],
      ['2025-10-12T00:20Z', '2025-10-12T00:21Z', 'refused', 'HTTP 451'],
    ]);
  });

  it('is told of each source of a market apart, with its quarantined rows and revised minutes', async () => {
    expect(
      (await markets('ATOM')).map(({ source, kept }) => [source, kept?.days.answered, kept?.days.revised]),
    ).toEqual([
      ['archive', [5], [0]],
      ['rest', [10], [1]],
      ['ui', [8], [0]],
    ]);
    const [xrp] = await markets('XRP');
    expect([xrp?.answeredMinutes, xrp?.kept?.days.quarantined, xrp?.kept?.days.revised]).toEqual([2, [1], [1]]);
  });

  it('is left out where nobody asks for it', async () => {
    const outcome = await coverage(context, asset('ATOM'));
    expect(outcome.ok && outcome.value.assets[0]?.markets.map((one) => 'kept' in one)).toEqual([false, false, false]);
  });
});

describe('the quarantine', () => {
  it('is listed with reason and row as it came', async () => {
    const { quarantined, quarantine } = await asked({ asset: asset('XRP') });
    expect([quarantined, quarantine]).toEqual([
      1,
      [
        {
          asset: 'XRP',
          venue: 'okx',
          market: 'XRP/USDT',
          kind: 'spot',
          source: 'rest',
          minute: '2025-10-10T21:01Z',
          reason: 'low 0 is not above 0',
          raw: '[1760130060000,"2","2","0","2","10"]',
          seen: '2026-01-01T00:00Z',
        },
      ],
    ]);
    expect((await asked({ range: range(0, 10) })).quarantined).toBe(0);
  });
});

describe('the replies candles were read from', () => {
  it('are named with address, time, SHA-256 and reader, for the minutes of a range', async () => {
    const outcome = await replies(context, { asset: asset('SOL'), range: range(1_455, 1_460), limit: 10 });
    expect(repliesAnswer.strict().parse(outcome.ok ? outcome.value : undefined)).toEqual({
      method: 2,
      simulated: false,
      asset: 'SOL',
      from: '2025-10-11T00:15Z',
      to: '2025-10-11T00:20Z',
      total: 1,
      replies: [
        {
          venue: 'kraken',
          market: 'SOL/USD',
          kind: 'spot',
          source: 'rest',
          from: '2025-10-11T00:10Z',
          to: '2025-10-11T00:20Z',
          address: REPLY.address,
          received: '2026-01-01T00:00:01.250Z',
          sha256: REPLY.sha256,
          reader: REPLY.reader,
          bodyKept: false,
        },
      ],
    });
    expect(await replies(context, { asset: asset('SOL'), range: range(1_440, 1_450), limit: 10 })).toMatchObject({
      value: { total: 0, replies: [] },
    });
    expect(await replies(context, { asset: asset('IOTX'), limit: 10 })).toMatchObject({ ok: false, status: 404 });
  });

  it('as of a moment are those that had been received then', async () => {
    const at = (asOf: number) =>
      replies(context, { asset: asset('SOL'), range: range(1_455, 1_460), limit: 10, asOf: instant(asOf) });
    expect(await at(REPLY.receivedAtMs)).toMatchObject({ value: { total: 1 } });
    expect(await at(REPLY.receivedAtMs - 1)).toMatchObject({ value: { total: 0, replies: [] } });
    expect(await at(ASKED_AT - 1)).toMatchObject({ ok: false, code: 'not-held' });
  });

  it('are given as they came where their bytes were kept; else it is said that they were not', async () => {
    expect(await replyBytes(context, asset('SOL'), REPLY.sha256)).toMatchObject({
      ok: false,
      status: 404,
      message: expect.stringContaining('but not its bytes') as string,
    });
    await ledgerOf(db, { keepBodies: true }).record([
      answer({ market: spot('kraken', 'SOL', 'USD'), asked: range(1_450, 1_460), candles: [], provenance: [REPLY] }),
    ]);
    expect(await replyBytes(context, asset('SOL'), REPLY.sha256)).toEqual({
      ok: true,
      value: { body: REPLY.body, simulated: false },
    });
    expect(await replyBytes(context, asset('SOL'), 'cd'.repeat(32))).toMatchObject({
      ok: false,
      status: 404,
      code: 'not-found',
    });
  });
});

describe('what cannot be asked', () => {
  it('is a problem of one line: more than 31 days, an asset that is not held', async () => {
    expect(await revisions(context, { limit: 10, range: range(0, 31 * 1_440 + 1) })).toMatchObject({
      ok: false,
      status: 400,
      message: 'the range 2025-10-10T00:00Z to 2025-11-10T00:01Z is longer than 31 days; choose a shorter one',
    });
    expect(await revisions(context, { limit: 10, range: range(0, 31 * 1_440) })).toMatchObject({ ok: true });
    expect(await revisions(context, { limit: 10, asset: asset('IOTX') })).toMatchObject({
      ok: false,
      status: 404,
      code: 'not-held',
    });
  });
});
