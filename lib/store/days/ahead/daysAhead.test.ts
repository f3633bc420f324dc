import { describe, expect, it } from 'vitest';
import { ANSWERED } from '../../../domain/candle';
import { dayOf, MINUTES_PER_DAY, type Day } from '../../../domain/minute';
import { encodeAnswered } from '../../answered/encode';
import { encodeDay } from '../../codec/day';
import { at, ATOM } from '../../testing/testAnswers';
import { COLUMNS } from '../dayRows';
import { StoredDays } from '../dayByDay';
import { DayRoom } from '../dayRoom';
import type { Row } from '../rows';
import { decodeAhead, type AheadTask } from './decodeAhead';
import { DaysAhead } from './daysAhead';
import { STATE, STATES } from './turns';

const FIRST = dayOf(at(0));
const day = (i: number): Day => (FIRST + i) as Day;
const BOOKS = [
  { market: ATOM, source: 'rest' as const },
  { market: ATOM, source: 'archive' as const },
];

const bytes = (column: Uint8Array<ArrayBuffer> | null): Buffer | null => (column === null ? null : Buffer.from(column));

/** A book's day of one price, its first minute a hole that was not answered. */
function row(place: number, first: Day, price: number): Row {
  const column = (value: number): Float64Array => new Float64Array(MINUTES_PER_DAY).fill(value).fill(NaN, 0, 1);
  const encoded = encodeDay({
    open: column(price),
    high: column(price),
    low: column(price),
    close: column(price),
    baseVolume: column(5),
    quoteVolume: column(NaN),
    trades: column(3),
  });
  return {
    place,
    first,
    aside_ms: null,
    [COLUMNS.open]: bytes(encoded.open),
    [COLUMNS.high]: bytes(encoded.high),
    [COLUMNS.low]: bytes(encoded.low),
    [COLUMNS.close]: bytes(encoded.close),
    [COLUMNS.baseVolume]: bytes(encoded.baseVolume),
    [COLUMNS.quoteVolume]: bytes(encoded.quoteVolume),
    [COLUMNS.trades]: bytes(encoded.trades),
    answered_at: Buffer.from(encodeAnswered(new Float64Array(MINUTES_PER_DAY).fill(7).fill(NaN, 0, 1)) ?? []),
  };
}

/** Six days: of the third the second book has none, of the fourth nobody. */
const STORED = new StoredDays(
  BOOKS,
  [0, 1, 2, 4, 5].flatMap((i) => [row(1, day(i), 4 + i), ...(i === 2 ? [] : [row(2, day(i), 40 + i)])]),
);
const SIX = { first: FIRST, days: 6 };

/** A walk whose other thread does what it was given when it is told to. */
function walk(patienceMs?: number): { readonly ahead: DaysAhead; readonly tasks: AheadTask[] } {
  const tasks: AheadTask[] = [];
  const ahead = new DaysAhead(
    (task) => {
      tasks.push(task);
    },
    { ...SIX, books: BOOKS.length },
    patienceMs,
  );
  return { ahead, tasks };
}

const statesIn = (task: AheadTask | undefined): Int32Array =>
  new Int32Array(task?.turns ?? new SharedArrayBuffer(0)).subarray(STATES);
const closesIn = (room: DayRoom | undefined, i: number): readonly unknown[] =>
  room === undefined ? [] : STORED.decodedOn(day(i), room).map(({ candles }) => candles.close[1]);

describe('days decoded ahead', () => {
  it('lie in their rooms as they were stored', () => {
    const { ahead, tasks } = walk();
    ahead.decode(STORED.packed({ first: FIRST, days: 3 }));
    tasks.forEach(decodeAhead);
    expect(closesIn(ahead.on(day(0)), 0)).toEqual([4, 40]);
    const second = ahead.on(day(1));
    expect(closesIn(second, 1)).toEqual([5, 41]);
    expect([...(second?.of(0).answered.subarray(0, 2) ?? [])]).toEqual([ANSWERED.no, ANSWERED.yes]);
    expect(closesIn(ahead.on(day(2)), 2)).toEqual([6, NaN]);
  });

  it('of a later piece lie in the rooms of those that were measured', () => {
    const { ahead, tasks } = walk();
    ahead.decode(STORED.packed({ first: FIRST, days: 3 }));
    tasks.splice(0).forEach(decodeAhead);
    for (const i of [0, 1, 2]) ahead.on(day(i));
    ahead.decode(STORED.packed({ first: day(3), days: 2 }));
    tasks.splice(0).forEach(decodeAhead);
    expect(closesIn(ahead.on(day(3)), 3)).toEqual([NaN, NaN]);
    expect(closesIn(ahead.on(day(4)), 4)).toEqual([8, 44]);
  });

  it('tell no volume once the next day was asked for: another may be decoded over what it rests on', () => {
    const { ahead, tasks } = walk();
    ahead.decode(STORED.packed({ first: FIRST, days: 2 }));
    tasks.forEach(decodeAhead);
    const [today] = STORED.decodedOn(day(0), ahead.on(day(0)) ?? new DayRoom());
    expect(today?.candles.trades[1]).toBe(3);
    ahead.on(day(1));
    expect(() => today?.candles.quoteVolume).toThrow('after the next was decoded');
  });

  it('are none that the other thread did not begin, and then it begins them no more', () => {
    const { ahead, tasks } = walk();
    ahead.decode(STORED.packed({ first: FIRST, days: 4 }));
    expect(ahead.on(day(0))).toBeUndefined();
    expect(ahead.on(day(1))).toBeUndefined();
    tasks.forEach(decodeAhead);
    expect([...statesIn(tasks[0]).subarray(0, 4)]).toEqual([STATE.left, STATE.left, STATE.decoded, STATE.decoded]);
    expect(closesIn(ahead.on(day(2)), 2)).toEqual([6, NaN]);
  });

  it('are none that cannot be read: whoever measures them fails by them', () => {
    const damaged = new StoredDays(BOOKS, [{ ...row(1, FIRST, 4), close: Buffer.of(200) }]);
    const { ahead, tasks } = walk();
    ahead.decode(damaged.packed({ first: FIRST, days: 1 }));
    tasks.forEach(decodeAhead);
    expect(ahead.on(FIRST)).toBeUndefined();
  });

  it('are none that the other thread died over', () => {
    const { ahead, tasks } = walk(0);
    ahead.decode(STORED.packed(SIX));
    statesIn(tasks[0])[0] = STATE.decoding;
    expect(ahead.on(day(0))).toBeUndefined();
    expect(ahead.on(day(1))).toBeUndefined();
  });

  it('are none after the end, for which there are more of them than rooms', () => {
    const { ahead, tasks } = walk();
    ahead.decode(STORED.packed(SIX));
    ahead.end();
    tasks.forEach(decodeAhead);
    expect([...statesIn(tasks[0])]).toEqual(Array.from({ length: SIX.days }, () => STATE.open));
  });
});
