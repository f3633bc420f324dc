import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, epochMs, formatDay, formatMinute, minuteAt, type Day } from '../../domain/minute';
import { minuteTyped, typedWhen } from './when';

const DAY: Day = dayOf(minuteAt(Date.parse('2025-10-10T00:00Z')));
const read = (text: string): string | undefined => {
  const at = minuteTyped(typedWhen(text), DAY);
  return at === undefined ? undefined : formatMinute(at);
};

describe('a time that somebody types', () => {
  it.each([
    ['21:20', '2025-10-10T21:20Z'],
    ['2025-10-10 21:20', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20Z', '2025-10-10T21:20Z'],
    ['2025-10-10t21:20:37z', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20:37.123Z', '2025-10-10T21:20Z'],
    ['10 Oct 2025 21:20', '2025-10-10T21:20Z'],
    ['10 October 2025, 21:20', '2025-10-10T21:20Z'],
    ['October 10, 2025 21:20 UTC', '2025-10-10T21:20Z'],
    ['9:05', '2025-10-10T09:05Z'],
    ['2025-10-11 05:20 UTC+8', '2025-10-10T21:20Z'],
    ['2025-10-11 05:20 +08:00', '2025-10-10T21:20Z'],
    ['2025-10-11T05:20+08:00', '2025-10-10T21:20Z'],
    ['2025-10-11 05:20 GMT+0800', '2025-10-10T21:20Z'],
    ['2025-10-11 06:20 KST', '2025-10-10T21:20Z'],
    ['2025-10-10 17:20 EDT', '2025-10-10T21:20Z'],
    ['2025-10-10 15:50 UTC−5:30', '2025-10-10T21:20Z'],
    ['2025-10-11 02:50 UTC+5:30', '2025-10-10T21:20Z'],
    ['2025-10-11 03:05 +05:45', '2025-10-10T21:20Z'],
    ['2025-10-11 08:20 UTC+11', '2025-10-10T21:20Z'],
    ['2025-10-11 11:20 UTC+14', '2025-10-10T21:20Z'],
    ['2025-10-10 09:20 UTC-12', '2025-10-10T21:20Z'],
  ])('%s is the minute of the crash', (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  it('without a day means the minute of the page’s UTC day at which a clock of that zone reads so', () => {
    expect([read('06:20 KST'), read('05:20 UTC+8'), read('17:20 EDT')]).toEqual(Array(3).fill('2025-10-10T21:20Z'));
  });

  it.each(['24:00', '21:60', 'ATOM', '', '2025-10-10', 'yesterday', '1:2:3:4'])('is not in %j', (text) => {
    expect(typedWhen(text).clock).toBeUndefined();
  });

  it('is no day where no calendar has it', () => {
    expect(typedWhen('2025-02-30').day).toBeUndefined();
    expect(typedWhen('31 Feb 2025').day).toBeUndefined();
  });

  it('leaves what else was typed', () => {
    expect(typedWhen('ATOM 2025-10-10 21:20 UTC').rest).toBe('ATOM');
    expect(typedWhen('gate ATOM 06:20 KST').rest).toBe('gate ATOM');
    expect(typedWhen('1INCH').rest).toBe('1INCH');
    expect(typedWhen('BTC/USD1').rest).toBe('BTC/USD1');
  });

  it('before 1970 is none', () => {
    expect(minuteTyped(typedWhen('1970-01-01 00:00 UTC+9'), DAY)).toBeUndefined();
  });

  it('of any minute, written in any offset, is that minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 50_000_000 }),
        fc.integer({ min: -47, max: 55 }).map((quarters) => quarters * 15),
        (count, offset) => {
          const at = minuteAt(count * 60_000);
          const local = new Date(epochMs(at) + offset * 60_000).toISOString();
          const ahead = `${offset < 0 ? '-' : '+'}${new Date(Math.abs(offset) * 60_000).toISOString().slice(11, 16)}`;
          expect(read(`${local.slice(0, 10)} ${local.slice(11, 16)} UTC${ahead}`)).toBe(formatMinute(at));
          const within = read(`${local.slice(11, 16)} ${ahead}`) ?? '';
          expect(within.slice(0, 10)).toBe(formatDay(DAY));
          expect(within.slice(11)).toBe(formatMinute(at).slice(11));
        },
      ),
    );
  });
});
