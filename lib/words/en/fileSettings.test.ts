import { describe, expect, it } from 'vitest';
import { settingWords } from './fileSettings';

describe('an option that says how a file is to be read', () => {
  it.each([
    [
      settingWords.notColumn('volume'),
      '--column is "volume"; write ROLE=NAME, for example --column volume="Volume ATOM"',
    ],
    [settingWords.unknownRole('vol', ['time', 'open']), '--column has the role "vol"; it takes time, open'],
    [
      settingWords.neededRole('time', ['volume', 'trades']),
      '--column time=none: no file can do without it; none is for volume, trades',
    ],
    [
      settingWords.notReadAs('1h', ['interval', 'zone']),
      '--read-as is "1h"; write KEY=VALUE, for example --read-as interval=1h, with one of interval, zone',
    ],
    [settingWords.unknownKey('step', ['interval']), '--read-as has the key "step"; it takes interval'],
    [settingWords.badValue('header', 'maybe'), '--read-as header is "maybe"; it takes yes or no'],
    [
      settingWords.badVolumeUnit('lots'),
      '--volume-unit is "lots"; it takes base, quote or contracts:SIZE, for example contracts:0.01',
    ],
    [
      settingWords.noSuchColumn('a.csv', 'volume', 'Vol', 'time, open'),
      'a.csv: --column volume=Vol: there is no such column; the columns are time, open',
    ],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
