import { describe, expect, it } from 'vitest';
import { aloneAmong, furthestDeviation } from './furthest';
import type { MinuteVenue } from './minute';

const ENTER = 0.02;
const hole = { open: null, high: null, low: null, close: null };

/** Measured by its low and its high against 1, as far off as is given. */
const venue = (
  name: string,
  dLow: number | null,
  dHigh: number | null,
  change: Partial<MinuteVenue> = {},
): MinuteVenue => ({
  venue: name,
  market: 'ATOM/USDT',
  quote: 'USDT',
  kind: 'spot',
  source: 'rest',
  raw: hole,
  baseVolume: null,
  quoteVolume: null,
  trades: null,
  rate: { rule: 'legs', value: 1, uncertainty: 0, legs: [] },
  converted: { ...hole, low: dLow === null ? null : 1 + dLow, high: dHigh === null ? null : 1 + dHigh },
  reference: { low: 1, high: 1, close: 1 },
  peers: 5,
  dispersion: null,
  dLow,
  dHigh,
  dClose: null,
  outside: null,
  uncertainty: 0,
  weak: false,
  missing: null,
  ...change,
});

describe('the furthest deviation of a minute', () => {
  it.each<readonly [string, readonly MinuteVenue[], readonly [string, string] | undefined]>([
    ['a low below', [venue('okx', -0.3, 0), venue('gate', -0.1, 0.2)], ['okx', 'below']],
    ['a high above, where that is further', [venue('okx', -0.1, 0.3), venue('gate', -0.2, 0)], ['okx', 'above']],
    [
      'one beyond its uncertainty before a further one within',
      [venue('okx', -0.3, 0, { uncertainty: 0.4 }), venue('gate', -0.1, 0)],
      ['gate', 'below'],
    ],
    ['of equals the first by id', [venue('okx', -0.1, 0), venue('gate', -0.1, 0)], ['gate', 'below']],
    ['none where lows lie above and highs below', [venue('okx', 0.01, -0.01)], undefined],
    ['none where nothing was measured', [venue('okx', null, null)], undefined],
  ])('is %s', (_, venues, expected) => {
    const found = furthestDeviation(venues, ENTER);
    expect(found && [found.venue.venue, found.side]).toEqual(expected);
  });

  const alone = (change: Partial<MinuteVenue>, others: readonly MinuteVenue[] = []): string | undefined => {
    const venues = [venue('okx', -0.3, 0, change), ...others];
    const found = furthestDeviation(venues, ENTER);
    return found && aloneAmong(found, { venues, isOfSome: false });
  };

  it.each([
    [-0.5, 'all'],
    [0.5, undefined],
    [0, undefined],
    [null, undefined],
  ])('below, outside all others by %s: alone is %s', (outside, expected) => {
    expect(alone({ outside })).toBe(expected);
  });

  it.each<readonly [NonNullable<MinuteVenue['missing']>, string]>([
    ['no-trade', 'all'],
    ['too-few-peers', 'all'],
    ['not-fetched', 'measured'],
    ['set-aside', 'measured'],
    ['moved', 'measured'],
    ['no-rate', 'measured'],
  ])('is alone beside a venue whose minute is %s among %s', (missing, expected) => {
    expect(alone({ outside: -0.5 }, [venue('gate', null, null, { missing })])).toBe(expected);
  });

  it('is not alone where a venue that is none of its peers traded lower', () => {
    const lower = venue('gate', -0.1, 0, { converted: { ...hole, low: 0.6, high: 1 }, uncertainty: 0.4 });
    expect(alone({ outside: -0.5 }, [lower])).toBeUndefined();
  });
});
