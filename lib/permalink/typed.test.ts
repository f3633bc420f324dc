import { describe, expect, it } from 'vitest';
import { formatMinute, type MinuteRange } from '../domain/minute';
import { readTypedWindow, typed, typedMinute, typedMinutePath } from './typed';

const written = (range: MinuteRange): string => `${formatMinute(range.from)} ${formatMinute(range.to)}`;

describe('the window fields', () => {
  it.each([
    ['2025-10-10 20:00', '2025-10-11 00:00'],
    ['2025-10-10T20:00Z', '2025-10-11T00:00Z'],
    [' 2025-10-10 20:00 UTC ', '2025-10-11 00:00z'],
  ])('read %s to %s as UTC', (from, to) => {
    const read = readTypedWindow(from, to);
    expect(read.ok && written(read.value)).toBe('2025-10-10T20:00Z 2025-10-11T00:00Z');
  });

  it('refuse a reversed window and a day no calendar has, naming the mend', () => {
    expect(readTypedWindow('2025-10-11 00:00', '2025-10-10 20:00')).toMatchObject({ ok: false });
    expect(readTypedWindow('2025-02-30 00:00', '2025-03-01 00:00')).toMatchObject({ ok: false });
  });

  it('show a minute as it is typed', () => {
    expect(typed('2025-10-10T21:20Z')).toBe('2025-10-10 21:20');
  });
});

describe('a typed minute', () => {
  it.each([
    [' atom', '2025-10-10 21:20', '/ATOM/2025-10-10T21:20Z'],
    ['A/B', 'noon?', '/A%2FB/noon%3F'],
    ['', '', '/'],
    [' ', 'noon', '/noon'],
  ])('of %s at %s has its page', (asset, minute, path) => {
    expect(typedMinutePath(asset, minute)).toBe(path);
  });

  it.each([
    ['2025-10-10 21:20', '2025-10-10T21:20Z'],
    [' 2025-10-10  21:20 utc ', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20Z', '2025-10-10T21:20Z'],
    ['2025-10-10 21:20:00', '2025-10-10T21:20:00Z'],
    ['2025-10-10 21:20:30', '2025-10-10 21:20:30'],
    ['10.10.2025 21:20', '10.10.2025 21:20'],
    ['yesterday', 'yesterday'],
    ['', ''],
  ])('%j is %j in an address', (text, iso) => {
    expect(typedMinute(text)).toBe(iso);
  });
});
