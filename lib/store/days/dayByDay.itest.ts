import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, type CandleColumns } from '../../domain/candle';
import { dayOf, MINUTES_PER_DAY, wholeDay, type Day } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { ledgerOf } from '../ledger/ledger';
import { answer, ASKED_AT, at, ATOM, candle, range } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { candlesOf } from './candles';
import { decodeAhead } from './ahead/decodeAhead';
import { DaysAhead } from './ahead/daysAhead';
import { storedDaysOf } from './dayByDay';
import { DayRoom } from './dayRoom';

const REST = [
  { market: ATOM, source: 'rest' as const },
  { market: ATOM, source: 'archive' as const },
];
/** Three days: of the first and the last some may hold nothing. */
const WINDOW = range(-MINUTES_PER_DAY, 2 * MINUTES_PER_DAY);
const DAYS = [-1, 0, 1].map((i) => (dayOf(at(0)) + i) as Day);

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

/** About both midnights. Volumes of every kind: known, 0, unknown. */
const anyAnswer = fc
  .record({
    start: fc.constantFrom(-20, MINUTES_PER_DAY - 20),
    length: fc.integer({ min: 1, max: 40 }),
    slots: fc.uniqueArray(fc.nat(39), { maxLength: 12 }),
    price: fc.integer({ min: 1, max: 3 }),
    baseVolume: fc.constantFrom(NaN, 0, 7),
    quoteVolume: fc.constantFrom(NaN, 0, 21),
    trades: fc.constantFrom(NaN, 0, 4),
    bad: fc.option(fc.nat(39)),
    later: fc.nat(3),
    archive: fc.boolean(),
  })
  .map(({ start, length, slots, price, bad, later, archive, ...volumes }): Answer => {
    const inside = slots.filter((slot) => slot < length).sort((a, b) => a - b);
    return answer({
      source: archive ? 'archive' : 'rest',
      asked: range(start, start + length),
      candles: inside.map((slot) => candle(at(start + slot), price, volumes)),
      quarantined:
        bad === null || bad >= length || inside.includes(bad)
          ? []
          : [{ minute: at(start + bad), reason: 'bad', raw: String(price) }],
      askedAtMs: ASKED_AT + later,
    });
  });

const copied = (columns: CandleColumns): unknown => [
  columns.range,
  Array.from(columns.answered),
  ...CANDLE_FIELDS.map((field) => Array.from(columns[field])),
];

describe('what is stored of whole days, decoded a day at a time', () => {
  it('is to the bit what is read of each day by itself, set aside or not, in whatever room, ahead or in its turn', async () => {
    const room = new DayRoom();
    let held = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { minLength: 1, maxLength: 6 }), async (answers) => {
        await emptied(db);
        for (const one of answers) await ledgerOf(db).record([one]);
        const days = await storedDaysOf(db, REST, WINDOW);
        const walked = { first: DAYS[0] as Day, days: DAYS.length };
        const decoded = new DaysAhead(decodeAhead, { ...walked, books: REST.length });
        decoded.decode(days.packed(walked));
        for (const day of DAYS) {
          const read = await candlesOf(db, REST, wholeDay(day));
          const told = days.on(day, room);
          expect(told.map(({ market, source }) => ({ market, source }))).toStrictEqual(REST);
          expect(told.map(({ candles }) => copied(candles))).toStrictEqual(read.map(copied));
          const ahead = decoded.on(day);
          expect(ahead && days.decodedOn(day, ahead).map(({ candles }) => copied(candles))).toStrictEqual(
            read.map(copied),
          );
          held += read.filter(({ close }) => close.some((value) => value > 0)).length;
        }
      }),
      { numRuns: 40 },
    );
    expect(held).toBeGreaterThan(40);
  });

  it('tells no volume of a day whose room another day took', async () => {
    await ledgerOf(db).record([
      answer({ asked: range(0, 2), candles: [candle(at(0), 4, { quoteVolume: 40, trades: 3 })] }),
    ]);
    const days = await storedDaysOf(db, REST, WINDOW);
    const room = new DayRoom();
    const [today] = days.on(DAYS[1] as Day, room);
    expect(today?.candles.quoteVolume[0]).toBe(40);
    days.on(DAYS[2] as Day, room);
    expect(today?.candles.quoteVolume[0]).toBe(40);
    expect(() => today?.candles.trades).toThrow('after the next was decoded');
  });
});
