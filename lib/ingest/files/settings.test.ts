import { describe, expect, it } from 'vitest';
import { marketIn, settingsOf, type Said } from '../testing/importing';
import { lettersApart, unknownVenue } from './knownVenues';

const MARKET = marketIn('okx', 'BTC', 'USDT', 'perp');

describe('what the reader says of a file', () => {
  it.each<[Said, object]>([
    [{}, { columns: {}, readAs: {}, isWhole: false }],
    [{ column: ['volume=Volume ATOM', 'time=1'] }, { columns: { volume: 'Volume ATOM', time: '1' } }],
    [{ column: ['volume=none'] }, { columns: { volume: 'none' } }],
    [
      { readAs: ['interval=1h', 'time-unit=us', 'zone=+05:30'] },
      { readAs: { interval: '1h', timeUnit: 'us', zone: 330 } },
    ],
    [
      { readAs: ['delimiter=;', 'header=no', 'decimal=comma'] },
      { readAs: { delimiter: ';', hasHeader: false, decimal: 'comma' } },
    ],
    [{ readAs: ['delimiter=tab'] }, { readAs: { delimiter: '\t' } }],
    [{ gaps: 'no-trade' }, { readAs: { gaps: 'no-trade' } }],
    [{ volumeUnit: 'contracts:0.01' }, { volumeUnit: { kind: 'contracts', size: 0.01, worthIn: 'base' } }],
  ])('%o is %o', (said, read) => {
    expect(settingsOf(said, MARKET)).toMatchObject(read);
  });

  it('counts contracts in dollars where the market is quoted in dollars themselves', () => {
    expect(settingsOf({ volumeUnit: 'contracts:100' }, marketIn('okx', 'BTC', 'USD', 'perp')).volumeUnit).toEqual({
      kind: 'contracts',
      size: 100,
      worthIn: 'quote',
    });
  });

  it.each<[Said, string]>([
    [{ column: ['volume'] }, '--column is "volume"; write ROLE=NAME'],
    [{ column: ['vol=Volume'] }, '--column has the role "vol"; it takes time, open'],
    [{ column: ['time=none'] }, '--column time=none: no file can do without it'],
    [{ readAs: ['1h'] }, '--read-as is "1h"; write KEY=VALUE'],
    [{ readAs: ['step=1h'] }, '--read-as has the key "step"; it takes interval'],
    [{ readAs: ['interval=4h'] }, '--read-as interval is "4h"; it takes 1m, 5m, 15m, 1h or 1d'],
    [{ readAs: ['zone=CET'] }, '--read-as zone is "CET"; it takes UTC or an offset like +02:00'],
    [{ gaps: 'silent' }, '--read-as gaps is "silent"; it takes no-trade or unknown'],
    [{ volumeUnit: 'contracts:0' }, '--volume-unit is "contracts:0"; it takes base, quote or contracts:SIZE'],
  ])('%o is refused with the mend', (said, reason) => {
    expect(() => settingsOf(said, MARKET)).toThrow(reason);
  });
});

describe('a venue', () => {
  it.each([
    ['coinbse', 'coinbase'],
    ['binanc', 'binance'],
    ['krakn', 'kraken'],
    ['okex', 'okx'],
  ])('%s is not known, and the nearest is named: %s', (venue, nearest) => {
    expect(unknownVenue(venue)).toBe(nearest);
  });

  it.each(['coinbase', 'binancecoinm', 'poloniex'])('%s is known', (venue) => {
    expect(unknownVenue(venue)).toBeUndefined();
  });

  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['gate', 'gate', 0],
  ])('%s and %s are %i letters apart', (a, b, letters) => {
    expect(lettersApart(a, b)).toBe(letters);
  });
});
