import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteRange } from '../../domain/minute';
import { readPage, type PageRules } from './page';
import { at, pageOf, row, rows, T, timeless, type TestRow } from '../testing/page';

const asked = minuteRange(at(0), at(60));
const plainRules: PageRules = {
  isComputed: false,
  rowsMayPrecede: false,
  lastRowUnsettled: false,
  emptyMinutes: 'omitted',
};
const minutesOf = (reading: { candles: readonly { minute: number }[] }): readonly number[] =>
  reading.candles.map((candle) => candle.minute - T);
const count = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('a reply of other candles than were asked for', () => {
  const every = (step: number, length: number): readonly TestRow[] => Array.from({ length }, (_, i) => row(i * step));

  it.each([
    // 5 ** 12 is 2.4e8, 15 ** 7 is 1.7e8, 60 ** 5 is 7.8e8.
    [5, 12],
    [15, 7],
    [60, 5],
  ])('is none where all rows open at multiples of %d min, however few minutes are traded', (step, rowCount) => {
    const long = minuteRange(at(0), at(step * rowCount));
    for (const emptyMinutes of ['omitted', 'flat'] as const) {
      const reading = readPage(pageOf(every(step, rowCount)), long, { ...plainRules, emptyMinutes });
      expect(reading).toMatchObject({ covered: undefined, candles: [], rows: [] });
      expect(reading.problem).toBe(
        `answered with ${String(rowCount)} rows, all of which open at multiples of ${String(step)} min: they look like candles of ${String(step)} min, not of 1`,
      );
    }
  });

  it('is an answer where a thin market may have traded at those minutes by chance, or at one other', () => {
    const hour = minuteRange(at(0), at(60));
    expect(readPage(pageOf(every(5, 11)), hour, plainRules).problem).toBeUndefined();
    const other = [...every(5, 12), row(58)];
    expect(minutesOf(readPage(pageOf(other), hour, plainRules))).toHaveLength(13);
  });

  it('is judged by its own step where longer candles were asked for', () => {
    const day = minuteRange(at(0), at(1_200));
    const fives = readPage(pageOf(every(5, 240)), day, { ...plainRules, step: 5 });
    expect([fives.problem, fives.candles.length]).toEqual([undefined, 240]);
    expect(readPage(pageOf(every(15, 80)), day, { ...plainRules, step: 5 }).problem).toMatch(/of 15 min, not of 5$/);
  });

  it('is none where most rows say that they last longer; where few do, these are set aside', () => {
    const list = rows(0, 60);
    const misfits = (count: number): Map<number, number> =>
      new Map(Array.from({ length: count }, (_, i) => [i, 299_999]));
    const most = readPage(pageOf(list, { misfits: misfits(31) }), asked, plainRules);
    expect(most.problem).toBe('answered with candles that end 300 s after they open, where 60 s were asked for');
    expect(most.covered).toBeUndefined();
    const few = readPage(pageOf(list, { misfits: misfits(2) }), asked, plainRules);
    expect([few.problem, few.covered, minutesOf(few)]).toEqual([undefined, asked, count(2, 60)]);
    expect(few.quarantined).toEqual([
      { minute: at(0), reason: 'it closes 300 s after it opens', raw: '[0]' },
      { minute: at(1), reason: 'it closes 300 s after it opens', raw: '[1]' },
    ]);
  });
});

describe('a reply against the range asked for (traps 1 and 2)', () => {
  it('answers the whole range when its rows fill it', () => {
    const reading = readPage(pageOf(rows(0, 60)), asked, plainRules);
    expect(reading.covered).toEqual(asked);
    expect(minutesOf(reading)).toEqual(count(0, 60));
  });

  it('is cut to the half-open range', () => {
    expect(minutesOf(readPage(pageOf(rows(-3, 64)), asked, plainRules))).toEqual(count(0, 60));
  });

  it('answers nothing when since was ignored and the newest rows came', () => {
    const reading = readPage(pageOf(rows(1_000, 1_060)), asked, plainRules);
    expect(reading.covered).toBeUndefined();
    expect(reading.candles).toEqual([]);
    expect(reading.problem).toBe('answered with 60 rows from 2025-10-11T13:40Z to 2025-10-11T14:39Z instead');
  });

  it('answers nothing when older rows came, unless the venue is known to send rows in front', () => {
    expect(readPage(pageOf(rows(-5, -1)), asked, plainRules).problem).toContain('instead');
    const preceded = readPage(pageOf(rows(-5, -1)), asked, { ...plainRules, rowsMayPrecede: true });
    expect(preceded.problem).toBeUndefined();
    expect(preceded.covered).toBeUndefined();
    expect(preceded.candles).toEqual([]);
  });

  it('takes an empty reply for no answer: the venue may be at fault (trap 5)', () => {
    const reading = readPage(pageOf([]), asked, plainRules);
    expect(reading.problem).toBeUndefined();
    expect(reading.covered).toBeUndefined();
    expect(reading.end).toBe(asked.to);
  });

  it('takes a reply that begins with the very next minute for no other answer, and for no proof either', () => {
    const reading = readPage(pageOf(rows(60, 90)), asked, plainRules);
    expect(reading.problem).toBeUndefined();
    expect(reading.covered).toBeUndefined();
    expect(reading.rows.map((at_) => at_ - T)).toEqual(count(60, 90));
  });

  it('takes minutes between two rows for no trade only where the venue omits such minutes', () => {
    const list = pageOf([...rows(0, 10), ...rows(20, 60)]);
    expect(readPage(list, asked, plainRules)).toMatchObject({ covered: asked, silent: [] });
    expect(readPage(list, asked, { ...plainRules, emptyMinutes: 'flat' })).toMatchObject({
      covered: asked,
      silent: [minuteRange(at(10), at(20))],
    });
  });

  it('does not take a silent edge for no trade', () => {
    expect(readPage(pageOf(rows(0, 30)), asked, plainRules).covered).toEqual(minuteRange(at(0), at(30)));
    expect(readPage(pageOf(rows(30, 60)), asked, plainRules).covered).toEqual(minuteRange(at(30), at(60)));
  });

  it('takes a silent edge for no trade when a row lies beyond it', () => {
    expect(readPage(pageOf([...rows(0, 30), row(75)]), asked, plainRules).covered).toEqual(asked);
    expect(readPage(pageOf([row(-9), ...rows(30, 60)]), asked, plainRules).covered).toEqual(asked);
  });

  it('does not take a silent edge for no trade however silent the market is in between: the reply may be cut there', () => {
    // The venue has rows at 0, 2, 10, 50 and 55; the first and the last were lost on the way.
    expect(readPage(pageOf([row(2), row(10), row(50)]), asked, plainRules).covered).toEqual(minuteRange(at(2), at(51)));
  });
});

describe('the open candle (trap 3)', () => {
  const closesAt = (T + 60) * 60_000;

  it('is left out by the venue’s clock, with five seconds of grace, wherever it stands', () => {
    const early = readPage(pageOf([...rows(0, 60)].reverse(), { venueClockMs: closesAt + 4_999 }), asked, plainRules);
    expect(early.covered).toEqual(minuteRange(at(0), at(59)));
    expect(minutesOf(early)).toEqual(count(0, 59));
    expect(readPage(pageOf(rows(0, 60), { venueClockMs: closesAt + 5_000 }), asked, plainRules).covered).toEqual(asked);
  });

  it('is left out by the row’s own mark', () => {
    const marked = [...rows(0, 59), { ...row(59), closed: false }];
    expect(readPage(pageOf(marked), asked, plainRules).covered).toEqual(minuteRange(at(0), at(59)));
  });

  it('is left out where the venue never settles its last row', () => {
    expect(readPage(pageOf(rows(0, 60)), asked, { ...plainRules, lastRowUnsettled: true }).covered).toEqual(
      minuteRange(at(0), at(59)),
    );
  });

  it('covers nothing when nothing is closed', () => {
    expect(readPage(pageOf([], { venueClockMs: T * 60_000 }), asked, plainRules).covered).toBeUndefined();
  });
});

describe('rows that break the invariant (trap 4)', () => {
  const flawed: readonly (readonly [string, TestRow, string])[] = [
    ['low above open', row(5, { low: 3.4 }), 'open 3.005 is below low 3.4'],
    ['a swapped column', row(5, { high: 2.005, low: 4.005 }), 'open 3.005 is below low 4.005'],
    ['a null price', row(5, { close: NaN }), 'close is not a number'],
    ['a price of zero', row(5, { low: 0 }), 'low 0 is not above 0'],
    ['a negative volume', row(5, { baseVolume: -1 }), 'baseVolume -1 is not a volume'],
    [
      'a price without any volume',
      row(5, { baseVolume: NaN }),
      'it has a price but no volume, so whether it traded is not known',
    ],
  ];
  it.each(flawed)('%s is put in quarantine with the raw row, and is no candle', (_, bad, reason) => {
    const reading = readPage(pageOf(rows(0, 60).map((good, i) => (i === 5 ? bad : good))), asked, plainRules);
    expect(reading.quarantined).toEqual([{ minute: at(5), reason, raw: '[5]' }]);
    expect(minutesOf(reading)).toEqual(count(0, 60).filter((i) => i !== 5));
    expect(reading.covered).toEqual(asked);
  });

  it('a mark price needs no volume', () => {
    const prices = rows(0, 60).map(({ raw, closed, candle }) => ({
      raw,
      closed,
      candle: { ...candle, baseVolume: NaN },
    }));
    expect(readPage(pageOf(prices), asked, { ...plainRules, isComputed: true }).candles).toHaveLength(60);
    expect(readPage(pageOf(prices), asked, plainRules).quarantined).toHaveLength(60);
  });

  it('two different rows of one minute are both put in quarantine', () => {
    const reading = readPage(pageOf([...rows(0, 60), row(7, { close: 3.6 })]), asked, plainRules);
    expect(reading.quarantined.map((one) => one.minute)).toEqual([at(7), at(7)]);
    expect(minutesOf(reading)).not.toContain(7);
  });

  it('a row whose time cannot be read leaves the silent minutes unknown instead of without trade', () => {
    const reading = readPage(
      pageOf(rows(0, 60).map((good, i) => (i === 9 ? timeless(good) : good))),
      asked,
      plainRules,
    );
    expect(reading.unknown).toEqual([at(9)]);
    expect(reading.quarantined).toHaveLength(1);
  });

  it('a reply of nothing but unreadable times is no answer', () => {
    expect(readPage(pageOf(rows(0, 3).map(timeless)), asked, plainRules).problem).toBe(
      'answered with 3 rows whose time cannot be read',
    );
  });
});

it('gives the same candles however the rows are shuffled and repeated', () => {
  const traded = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      traded,
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      (offsets, repeats, order) => {
        const sorted = [...offsets].sort((a, b) => a - b);
        const list = [...sorted, ...repeats.map((n) => sorted[n % sorted.length] ?? NaN)].map((offset) => row(offset));
        const mixed = list
          .map((one) => ({ one, key: Number(order.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const inOrder = readPage(pageOf(sorted.map((offset) => row(offset))), asked, plainRules);
        expect(readPage(pageOf(mixed), asked, plainRules)).toEqual(inOrder);
        expect(minutesOf(inOrder)).toEqual(sorted);
        expect(inOrder.quarantined).toEqual([]);
      },
    ),
  );
});
