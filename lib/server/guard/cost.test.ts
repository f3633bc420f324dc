import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from './cost';

const DAY = 'from=2025-10-10T00:00Z&to=2025-10-11T00:00Z';
const YEAR = 'from=2025-01-01T00:00Z&to=2026-01-01T00:00Z';

describe('what an answer costs', () => {
  // A day has 1,440 minutes, and a point 25,000 of a venue.
  it.each([
    ['/', 1],
    ['/api/v1/overview', 1],
    ['/favicon.ico', 1],
    ['/_next/static/chunks/a.js', 1],
    [`/api/v1/deviations?asset=ATOM&${DAY}`, 1],
    // 365 × 1,440 × 16 ÷ 25,000 = 336.4
    [`/api/v1/deviations?asset=ATOM&${YEAR}`, 337],
    // 365 × 1,440 × 2 ÷ 25,000 = 42.05
    [`/ATOM?${YEAR}&venues=binance,okx`, 43],
    [`/ATOM/2025-10-10T21:20Z.png?${DAY}`, 21],
    [`/ATOM.zip?${DAY}`, 200],
    ['/api/v1/packs?view=/ATOM&view=/DOGE', 400],
    // 1,440 × 16 × 20 ÷ 25,000 = 18.4
    [`/lows?${DAY}`, 19],
    // 1,440 × 16 × 2 ÷ 25,000 = 1.8
    [`/api/v1/lows?${DAY}&assets=ATOM,DOGE`, 2],
    // Two assets, a day and the two of a ratio each: 2 × (1,440 × 16 ÷ 25,000 + 2) = 5.8
    [`/api/v1/marks?asset=WBETH&venue=binance&${DAY}`, 6],
    ['/collateral', 6],
    // Four kinds of books: 1,440 × 16 × 4 ÷ 25,000 = 3.7
    [`/contagion?asset=ATOM&${DAY}`, 4],
    [`/api/v1/contagion?asset=ATOM&${DAY}`, 4],
    [`/api/v1/scan?${YEAR}`, 370],
    [`/api/v1/pinned/ATOM?${DAY}`, 51],
  ])('%s: %i', (url, points) => {
    expect(costOf(url)).toBe(points);
  });

  it('is a whole number of points from 1 on, whatever an address is, and never more for fewer venues', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, query) => {
        const cost = costOf(`/${path}?${query}`);
        expect(Number.isInteger(cost) && cost >= 1 && cost < 1_000_000).toBe(true);
        expect(costOf(`/ATOM?${YEAR}&venues=binance`)).toBeLessThan(costOf(`/ATOM?${YEAR}`));
      }),
    );
  });
});
