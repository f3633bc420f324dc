import { describe, expect, it } from 'vitest';
import { gapUncertainty, lowsNotes, nobodyOutermost, unrankedVenue, venueLows } from './lows';

describe('who stood lowest, in words', () => {
  it.each([
    [{ venue: 'kraken', why: 'not-fetched', minutes: 1_234 }, 'Kraken (1,234 min not fetched)'],
    [{ venue: 'bitfinex', why: 'set-aside', minutes: 1 }, 'Bitfinex (1 min set aside)'],
    [{ venue: 'mexc', why: 'left-out', minutes: 1_440 }, 'MEXC (left out for 1,440 min)'],
    [{ venue: 'upbit', why: 'no-price', minutes: 0 }, 'Upbit (no price)'],
  ] as const)('%j', (one, line) => {
    expect(unrankedVenue(one)).toBe(line);
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
