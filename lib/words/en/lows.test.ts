import { describe, expect, it } from 'vitest';
import { gapUncertainty, lowsFinding, lowsNotes, nobodyOutermost, unrankedVenue, venueLows } from './lows';

describe('who stood lowest, in words', () => {
  it.each([
    [{ venue: 'kraken', why: 'not-fetched', minutes: 1_234 }, 'Kraken (1,234 min not fetched)'],
    [{ venue: 'bitfinex', why: 'set-aside', minutes: 1 }, 'Bitfinex (1 min set aside)'],
    [{ venue: 'mexc', why: 'left-out', minutes: 1_440 }, 'MEXC (left out for 1,440 min)'],
    [{ venue: 'upbit', why: 'no-price', minutes: 0 }, 'Upbit (no price)'],
  ] as const)('%j', (one, line) => {
    expect(unrankedVenue(one)).toBe(line);
  });

  it.each([
    [[], 'No asset could be ranked in this window.'],
    [[['kraken', 3, 0]], 'No asset could be ranked in this window.'],
    [
      [
        ['binance', 12, 9],
        ['kraken', 12, 3],
      ],
      'Binance: lowest in 9 of the 12 assets in which it was ranked',
    ],
    // Which of equals comes first says nothing.
    [
      [
        ['binance', 4, 2],
        ['kraken', 3, 2],
        ['okx', 4, 0],
      ],
      'Binance and Kraken: each lowest in 2 assets',
    ],
    [
      [
        ['binance', 4, 1],
        ['kraken', 3, 1],
        ['okx', 4, 1],
      ],
      '3 venues: each lowest in 1 asset',
    ],
  ] as const)('finds who was so most often: %j', (venues, finding) => {
    const none = { assets: 0, share: 0, wide: 0 };
    expect(
      lowsFinding(
        venues.map(([venue, ranked, assets]) => ({
          venue,
          ranked,
          lowest: { assets, share: assets / ranked, wide: 0 },
          highest: none,
        })),
      ),
    ).toBe(finding);
  });

  it('says why nobody is the lowest', () => {
    expect([nobodyOutermost(true), nobodyOutermost(false)]).toEqual(['equal prices', 'too few venues known']);
  });

  it('says what the rates leave unknown of a gap', () => {
    expect([0.046, 0, null].map(gapUncertainty)).toEqual(['rates ± 4.60 %', undefined, 'rates’ uncertainty unknown']);
    expect(venueLows.wide(0.1)).toBe('By 10 %\nor more');
  });

  it.each([
    [{ assets: 0, unranked: 0, leastVenues: 4 }, ['No data in this window, so nothing was ranked.']],
    [
      { assets: 38, unranked: 0, leastVenues: 4 },
      [
        'A venue with a minute that was never fetched or was set aside, or that was left out on a day, is named and not ranked: its lowest price is not known.',
      ],
    ],
    [
      { assets: 1, unranked: 1, leastVenues: 4 },
      [
        'A venue with a minute that was never fetched or was set aside, or that was left out on a day, is named and not ranked: its lowest price is not known.',
        '1 of 1 asset: fewer than four venues are known in every minute, so none is ranked.',
      ],
    ],
  ] as const)('beside the rankings: %j', (ranking, notes) => {
    expect(lowsNotes(ranking)).toEqual(notes);
  });
});
