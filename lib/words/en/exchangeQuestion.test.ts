import { describe, expect, it } from 'vitest';
import { plainText } from '../richText';
import { curlOf, fileHolds, placeInReply, rowWithoutCandle, servedWords } from './exchangeQuestion';

describe('how to ask an exchange', () => {
  it.each([
    [undefined, false, 'in the list replied'],
    ['data', false, 'in data'],
    ['result.*', true, 'in the list below result, among the rows of other minutes'],
    [undefined, true, 'in the list replied, among the rows of other minutes'],
  ])('a row under %s stands %s %s', (under, isOneOfMany, words) => {
    expect(plainText(placeInReply(under, isOneOfMany))).toBe(words);
  });

  it('says until when a minute is served, and where that is documented nowhere', () => {
    expect(servedWords('kraken', '2025-10-11T09:20Z', true)).toBe(
      'Kraken serves this minute until 2025-10-11 09:20 UTC. What is older comes from its trades or its archive, or not at all.',
    );
    expect(servedWords('mexc', '2025-11-09T21:20Z', false)).toBe(
      'MEXC does not document how long it serves a minute. Expect no answer after 2025-11-09 21:20 UTC.',
    );
  });

  it('says what to expect where no candle is stored', () => {
    expect(rowWithoutCandle('no-trade')).toBe('no row, or a flat one of volume 0: nothing was traded in this minute');
    expect(rowWithoutCandle('not-fetched')).toBe('unknown: it was not asked from here');
    expect(rowWithoutCandle(null)).toBe('unknown: no candle is stored');
  });

  it('writes a command that a shell takes, and what a file holds', () => {
    expect(curlOf('https://a.b/c?d=1&e=2')).toBe("curl 'https://a.b/c?d=1&e=2'");
    expect(fileHolds('candles', undefined)).toBe('candles');
    expect(fileHolds('candles', 'XBTUSD_1.csv')).toBe('candles, in XBTUSD_1.csv');
  });
});
