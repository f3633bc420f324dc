import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CANDLE_FIELDS } from '../../domain/candle';
import { instant, type Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import type { Answer } from '../../domain/observation';
import { candlesOf } from './candles';
import { answeredOf, marketsWithData } from '../coverage/storedCoverage';
import { ledgerOf } from '../ledger/ledger';
import { quarantineOf } from '../quarantine/quarantine';
import { revisionsOf } from '../revisions/revisions';
import { answer, ASKED_AT, at, ATOM, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

/** Around midnight, so that days end and begin inside. */
const START = 1_420;
const LENGTH = 50;
const WINDOW = range(START - 5, START + LENGTH + 5);
const REST = [
  { market: ATOM, source: 'rest' as const },
  { market: ATOM, source: 'archive' as const },
];

let all: FreshDatabase;
let some: FreshDatabase;
beforeAll(async () => {
  [all, some] = await Promise.all([freshDatabase('real'), freshDatabase('real')]);
});
afterAll(async () => {
  await Promise.all([all.drop(), some.drop()]);
});
beforeEach(async () => {
  await emptied(all);
});

const minutes = fc.uniqueArray(fc.nat(LENGTH - 1), { maxLength: 15 }).map((some_) => [...some_].sort((a, b) => a - b));
const anyAnswer = fc
  .record({
    from: fc.nat(30),
    length: fc.integer({ min: 1, max: 20 }),
    minutes,
    price: fc.integer({ min: 1, max: 3 }),
    trades: fc.constantFrom(NaN, 4),
    bad: fc.option(fc.constantFrom(8, 19)),
    askedAtMs: fc.integer({ min: 0, max: 8 }),
    archive: fc.boolean(),
  })
  .map(({ from, length, minutes: with_, price, trades, bad, askedAtMs, archive }): Answer => {
    const inside = (m: number): boolean => m >= from && m < from + length;
    return answer({
      source: archive ? 'archive' : 'rest',
      asked: range(START + from, START + from + length),
      candles: with_.filter(inside).map((m) => candle(at(START + m), price, { trades })),
      quarantined: bad === null || !inside(bad) ? [] : [{ minute: at(START + bad), reason: 'bad', raw: String(price) }],
      askedAtMs: ASKED_AT + askedAtMs,
    });
  });
const histories = fc
  .record({ answers: fc.array(anyAnswer, { minLength: 1, maxLength: 7 }), ordered: fc.boolean() })
  .map(({ answers, ordered }) => (ordered ? [...answers].sort((a, b) => a.askedAtMs - b.askedAtMs) : answers));

/** In an order of their own: they are listed in that of recording. */
const inOrder = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Everything that reading says, as known at an instant or now. */
async function said(db: FreshDatabase, asOf?: Instant): Promise<unknown> {
  const columns = await candlesOf(db, REST, WINDOW, { asOf });
  const stored = await marketsWithData(db, { asOf });
  return {
    columns: columns.map(({ answered, ...of }) => [
      Array.from(answered),
      ...CANDLE_FIELDS.map((field) => Array.from(of[field])),
    ]),
    held: stored.map(({ market, source, firstDay, lastDay }) => [market, source, firstDay, lastDay]),
    answered: await answeredOf(db, 'ATOM' as Asset, { asOf }),
    revisions: inOrder(await revisionsOf(db, { asOf })),
    quarantine: inOrder(await quarantineOf(db, { limit: 1_000, asOf })),
  };
}

describe('what is stored, as of an instant', () => {
  it('is what a database holds that only ever got the answers asked until then, whatever the order they came in', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: -1, max: 8 }), fc.boolean(), async (answers, later, together) => {
        await Promise.all([emptied(all), emptied(some)]);
        const asOf = instant(ASKED_AT + later);
        const until = answers.filter(({ askedAtMs }) => askedAtMs <= asOf);
        const ledger = ledgerOf(all);
        if (together) await ledger.record(answers);
        else for (const one of answers) await ledger.record([one]);
        for (const one of until) await ledgerOf(some).record([one]);
        expect(await said(all, asOf)).toEqual(await said(some));
        expect(await said(all, instant(ASKED_AT + 8))).toEqual(await said(all));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the changes of a minute a chain in time, though an answer comes late', async () => {
    const ledger = ledgerOf(all);
    const tell = (price: number, later: number): Promise<unknown> =>
      ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), price)], askedAtMs: ASKED_AT + later })]);
    await tell(1, 10);
    await tell(3, 30);
    await tell(2, 20);
    await tell(9, 5);
    expect(
      (await revisionsOf(all)).map(({ before, after, firstSeenMs, seenAgainMs }) => [
        before?.close,
        after?.close,
        firstSeenMs - ASKED_AT,
        seenAgainMs - ASKED_AT,
      ]),
    ).toEqual([
      [9, 1, 5, 10],
      [1, 2, 10, 20],
      [2, 3, 20, 30],
    ]);
    const closeAsOf = async (later: number): Promise<unknown> =>
      (await candlesOf(all, REST, range(0, 1), { asOf: instant(ASKED_AT + later) }))[0]?.close[0];
    expect(await Promise.all([4, 5, 9, 10, 20, 29, 30].map(closeAsOf))).toEqual([NaN, 9, 9, 1, 2, 2, 3]);
    expect((await candlesOf(all, REST, range(0, 1)))[0]?.close[0]).toBe(3);
  });

  it('gives back an edited candle, a vanished one and the hole before one came late, with every field', async () => {
    const ledger = ledgerOf(all);
    const first = [candle(at(0), 3, { trades: 7 }), candle(at(1), 4)];
    await ledger.record([answer({ asked: range(0, 3), candles: first })]);
    await ledger.record([
      answer({
        asked: range(0, 4),
        candles: [candle(at(0), 5), candle(at(2), 6), candle(at(3), 8)],
        askedAtMs: ASKED_AT + 1,
      }),
    ]);
    const [then] = await candlesOf(all, REST, range(0, 4), { asOf: instant(ASKED_AT) });
    expect(then).toMatchObject({
      answered: Uint8Array.of(1, 1, 1, 0),
      close: Float64Array.of(3, 4, NaN, NaN),
      trades: Float64Array.of(7, NaN, NaN, NaN),
      baseVolume: Float64Array.of(10, 10, NaN, NaN),
    });
    const [now] = await candlesOf(all, REST, range(0, 4));
    expect(now).toMatchObject({ answered: Uint8Array.of(1, 1, 1, 1), close: Float64Array.of(5, NaN, 6, 8) });
  });

  it('leaves out the market that was asked only later', async () => {
    const ledger = ledgerOf(all);
    await ledger.record([
      answer({ asked: range(0, 1_441), askedAtMs: ASKED_AT }),
      answer({ asked: range(1_441, 3_000), askedAtMs: ASKED_AT + 5 }),
      answer({ market: spot('coinbase', 'ATOM', 'USD'), asked: range(0, 10), askedAtMs: ASKED_AT + 1 }),
    ]);
    const stored = await marketsWithData(all, { asset: 'ATOM' as Asset, asOf: instant(ASKED_AT) });
    expect(stored).toEqual([{ market: ATOM, source: 'rest', firstDay: 20_371, lastDay: 20_372 }]);
    expect(await marketsWithData(all, { asOf: instant(ASKED_AT - 1) })).toEqual([]);
  });
});

describe('some fields alone', () => {
  it('are read as all are, now and as of an instant; the others are holes', async () => {
    const ledger = ledgerOf(all);
    await ledger.record([
      answer({ asked: range(1_438, 1_442), candles: [candle(at(1_439), 3, { low: 1 }), candle(at(1_440), 4)] }),
    ]);
    await ledger.record([
      answer({ asked: range(1_439, 1_440), candles: [candle(at(1_439), 5, { low: 2 })], askedAtMs: ASKED_AT + 1 }),
    ]);
    for (const asOf of [undefined, instant(ASKED_AT)]) {
      const [whole] = await candlesOf(all, REST, range(1_437, 1_443), { asOf });
      const [part] = await candlesOf(all, REST, range(1_437, 1_443), { asOf, fields: ['close', 'low'] });
      const holes = new Float64Array(6).fill(NaN);
      expect(part).toEqual({
        ...whole,
        open: holes,
        high: holes,
        baseVolume: holes,
        quoteVolume: holes,
        trades: holes,
      });
      expect(part?.low[2]).toBe(asOf === undefined ? 2 : 1);
    }
  });
});
