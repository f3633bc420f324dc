import { describe, expect, it } from 'vitest';
import { KINDS } from '../../domain/market';
import { contrast, distance, seenAs, SIGHTS } from '../testing/sight';
import { seriesLook, venueColour, VENUES_WITH_LOOKS, type Dash } from './venueColour';

const dashOf = (venue: string): Dash => seriesLook({ venue, kind: 'spot' }, 'light').dash;

describe('a venue’s colour', () => {
  it('is its own among at least sixteen venues, in both themes', () => {
    expect(VENUES_WITH_LOOKS.length).toBeGreaterThanOrEqual(16);
    for (const theme of ['light', 'dark'] as const)
      expect(new Set(VENUES_WITH_LOOKS.map((venue) => venueColour(venue, theme))).size).toBe(VENUES_WITH_LOOKS.length);
  });

  // A difference of 10 in L*a*b* is seen at a glance between two lines.
  it.each(SIGHTS)('can be told from the other solid lines with %s sight', (sight) => {
    for (const theme of ['light', 'dark'] as const) {
      const solid = VENUES_WITH_LOOKS.filter((venue) => dashOf(venue) === 'solid').map((venue) => ({
        venue,
        seen: seenAs(venueColour(venue, theme), sight),
      }));
      expect(solid).toHaveLength(8);
      solid.forEach((a, i) => {
        solid.slice(i + 1).forEach((b) => {
          expect(distance(a.seen, b.seen), `${a.venue} and ${b.venue}, ${theme}`).toBeGreaterThan(10);
        });
      });
    }
  });

  // 2.4 : 1 is little for text, enough for a line that its dash and legend name as well.
  it('stands out from the paper', () => {
    for (const venue of VENUES_WITH_LOOKS) {
      expect(contrast(venueColour(venue, 'light'), '#ffffff'), venue).toBeGreaterThan(2.4);
      expect(contrast(venueColour(venue, 'dark'), '#14181b'), venue).toBeGreaterThan(2.4);
    }
  });

  it('is carried by a dash too from the ninth venue on', () => {
    expect(VENUES_WITH_LOOKS.slice(0, 8).map(dashOf)).toEqual(Array<string>(8).fill('solid'));
    VENUES_WITH_LOOKS.slice(8).forEach((venue) => {
      expect(dashOf(venue)).not.toBe('solid');
    });
  });

  // The palette is borrowed by FNV-1a of the id: 'a' is 0xe40c292c, the seventeenth of eighteen, 'b' 0xe70c2de5, the fourteenth (draft-eastlake-fnv).
  it.each([
    ['a', 'binancecoinm'],
    ['b', 'cryptocom'],
  ])('is borrowed, and dotted, for a venue nobody listed: %s looks as %s', (venue, lender) => {
    for (const theme of ['light', 'dark'] as const) expect(venueColour(venue, theme)).toBe(venueColour(lender, theme));
    expect(dashOf(venue)).toBe('dotted');
  });

  it('is no property that every object has', () => {
    expect(venueColour('constructor', 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(dashOf('constructor')).toBe('dotted');
  });
});

describe('a venue with several kinds of price', () => {
  it.each(['binance', 'htx', 'nobodyknows'])('%s draws each of them differently', (venue) => {
    for (const theme of ['light', 'dark'] as const) {
      const looks = KINDS.map((kind) => JSON.stringify(seriesLook({ venue, kind }, theme)));
      expect(new Set(looks).size).toBe(KINDS.length);
    }
  });

  it('keeps its colour in its contract, and its spot book looks as it does alone', () => {
    expect(seriesLook({ venue: 'okx', kind: 'perp' }, 'light').colour).toBe(venueColour('okx', 'light'));
    expect(seriesLook({ venue: 'okx', kind: 'spot' }, 'dark')).toEqual({
      colour: venueColour('okx', 'dark'),
      dash: 'solid',
    });
  });
});
