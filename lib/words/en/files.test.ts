import { describe, expect, it } from 'vitest';
import { claimWords, differenceWords, lengthName, rowWords, shapeWords } from './files';

describe('a file', () => {
  it.each([
    [rowWords.cutOff(5, 6), '5 cells where there are 6 columns'],
    [
      claimWords.otherInterval('a.csv', 2, '5m', 5, '1m'),
      'a.csv, line 2: the interval is 5m, not 1-minute candles; --read-as interval=5m stores them as 5m candles',
    ],
    [
      claimWords.otherInterval('a.csv', 2, '3m', 3, '1m'),
      'a.csv, line 2: the interval is 3m, not 1-minute candles; import 1-minute candles',
    ],
    [
      claimWords.otherInterval('a.csv', 2, '1m', 1, '1h'),
      'a.csv, line 2: the interval is 1m, but the file is read as 1h candles; correct --read-as interval',
    ],
    [
      claimWords.otherInterval('a.csv', 2, 'soon', undefined, '1m'),
      'a.csv, line 2: the interval is soon, but the file is read as 1m candles; correct the column',
    ],
    [
      claimWords.longStep('a.csv', 180, '1m'),
      'a.csv: all its times are multiples of 3h apart, not 1-minute candles; import 1-minute candles, or say --read-as interval=1m if they are minutes of a thin market',
    ],
    [
      claimWords.longStep('a.csv', 60, '1m'),
      'a.csv: all its times are multiples of 1h apart, not 1-minute candles; --read-as interval=1h stores them as 1h candles, or say --read-as interval=1m if they are minutes of a thin market',
    ],
    [
      claimWords.longStep('a.csv', 240, '1h'),
      'a.csv: all its times are multiples of 4h apart, but the file is read as 1h candles; correct --read-as interval',
    ],
    [
      claimWords.nameSymbol('Coinbase_ETHUSD_1h.csv', 'ETHUSD', 'Coinbase ATOM/USD'),
      '"Coinbase_ETHUSD_1h.csv" says ETHUSD, but the file is imported as Coinbase ATOM/USD; correct --market, or the name',
    ],
    [lengthName(1 / 60), '1s'],
    [lengthName(1_440), '1d'],
    [
      shapeWords.unitNeeded('a.csv', 'amount', 'BTC', 'USDT'),
      'a.csv: the file does not say whether "amount" counts BTC, USDT or contracts; add --volume-unit base, quote or contracts:SIZE, where SIZE is what one contract is worth',
    ],
    [
      shapeWords.noVolume('a.csv', 'time, open'),
      'a.csv: no known volume column, so minutes with trades cannot be told from minutes without; the columns are time, open: name one with --column volume=NAME, and with --volume-unit base, quote or contracts:SIZE what it counts, or say --column volume=none (each row is then a traded minute of unknown volume)',
    ],
    [differenceWords.presence('X', true), 'X: a candle is stored, the file has none'],
    [differenceWords.presence('X', false), 'X: "no trade" is stored, the file has a candle'],
    [differenceWords.field('X', 'low', 3.56, undefined), 'X: low 3.56 is stored, the file says nothing'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
