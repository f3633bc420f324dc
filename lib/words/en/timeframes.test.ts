import { describe, expect, it } from 'vitest';
import type { TimeframeCheck } from '../../api/revisions';
import { longerName, timeframeSums } from './timeframes';

const check = (
  timeframe: TimeframeCheck['timeframe'],
  agreeing: number,
  disagreeing: number,
  unanswered = 0,
): TimeframeCheck => ({
  asset: 'ATOM',
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  timeframe,
  compared: agreeing + disagreeing,
  agreeing,
  disagreeing,
  unanswered,
});

describe('the sums of longer candles', () => {
  it.each([
    [[], []],
    [[check('1h', 4, 0), check('1h', 1_236, 0)], ['1h: 1,240 compared, 1,240 agree, 0 disagree']],
    [
      [check('1d', 1, 1, 3), check('5m', 48, 2)],
      [
        '5m: 50 compared, 48 agree, 2 disagree',
        '1d: 2 compared, 1 agrees, 1 disagrees; 3 not comparable, minutes are missing',
      ],
    ],
  ] as const)('of %j are %j', (checks, lines) => {
    expect(timeframeSums(checks)).toEqual(lines);
  });

  it('name a candle by its span', () => {
    expect(longerName('15m')).toBe('15m candle');
  });
});
