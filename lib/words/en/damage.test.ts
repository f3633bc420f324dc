import { describe, expect, it } from 'vitest';
import { unreadableAnswered, unreadableColumn, type Damage } from './damage';

const RESTORE = 'restore the database from a backup, or delete the day and import it again';

describe('stored bytes that cannot be read', () => {
  it.each<[Damage, string]>([
    [{ kind: 'empty' }, `it is empty; ${RESTORE}`],
    [
      { kind: 'unknown-tag', tag: 9 },
      'this version does not know its format (tag 9); use a newer version of plumbline',
    ],
    [
      { kind: 'unknown-tag', tag: undefined },
      'this version does not know its format (tag missing); use a newer version of plumbline',
    ],
    [{ kind: 'cut-off', part: 'values' }, `its values are cut off; ${RESTORE}`],
    [{ kind: 'gap-marker', marker: 7 }, `its gap marker 7 does not exist; ${RESTORE}`],
    [{ kind: 'gap-marker', marker: undefined }, `its gap marker is missing; ${RESTORE}`],
    [{ kind: 'scale', scale: 23 }, `its scale 23 is too large; ${RESTORE}`],
    [{ kind: 'width', bits: 50 }, `its integers of 50 bits are too wide; ${RESTORE}`],
    [{ kind: 'foretold', by: 9 }, `it is predicted in way 9, which does not exist; ${RESTORE}`],
    [{ kind: 'left-over', bytes: 2 }, `2 bytes follow its last value; ${RESTORE}`],
    [{ kind: 'run', from: 5, to: 5 }, `its run of minutes 5 to 5 does not fit a day; ${RESTORE}`],
    [{ kind: 'short', minutes: 12 }, `it ends at minute 12; ${RESTORE}`],
  ])('%j', (damage, rest) => {
    expect(unreadableAnswered(damage)).toBe(
      `the stored record of when the minutes of a day were answered cannot be read: ${rest}`,
    );
    expect(unreadableColumn(2, 'plain', damage)).toBe(
      `a stored column of candles (tag 2, plain) cannot be read: ${rest}`,
    );
  });

  it('names a format that no version knows', () => {
    expect(unreadableColumn(99, undefined, { kind: 'empty' })).toMatch(
      /^a stored column of candles \(tag 99, unknown\)/,
    );
  });
});
