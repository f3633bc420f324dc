import { describe, expect, it } from 'vitest';
import * as koreanMinute from './ko/minutePage';
import * as koreanVenue from './ko/venuePage';
import * as simplifiedMinute from './zh-Hans/minutePage';
import * as simplifiedVenue from './zh-Hans/venuePage';
import * as traditionalMinute from './zh-Hant/minutePage';
import * as traditionalVenue from './zh-Hant/venuePage';

/** "More than", which a deviation of exactly the level is not: it enters an episode (method, section 5: |d| ≥ T). */
const MORE_THAN = /초과|넘은|벗어난 자산|超出[阈門]|未超[过過]/;

describe('a deviation of exactly the level', () => {
  it.each([
    ['ko', koreanVenue, koreanMinute],
    ['zh-Hans', simplifiedVenue, simplifiedMinute],
    ['zh-Hant', traditionalVenue, traditionalMinute],
  ])('counts by the words of %s, too', (_, venue, minute) => {
    const heads = [venue.venueScores.bars, venue.venueHeads.beyond];
    expect([...heads, minute.otherAssets.none(12)].filter((text) => MORE_THAN.test(text))).toEqual([]);
  });
});
