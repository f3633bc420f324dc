import { describe, expect, it } from 'vitest';
import * as englishMinute from './en/minutePage';
import * as englishOverview from './en/overview';
import * as englishVenue from './en/venuePage';
import * as koreanMinute from './ko/minutePage';
import * as koreanOverview from './ko/overview';
import * as koreanVenue from './ko/venuePage';
import * as simplifiedMinute from './zh-Hans/minutePage';
import * as simplifiedOverview from './zh-Hans/overview';
import * as simplifiedVenue from './zh-Hans/venuePage';
import * as traditionalMinute from './zh-Hant/minutePage';
import * as traditionalOverview from './zh-Hant/overview';
import * as traditionalVenue from './zh-Hant/venuePage';

/** "More than", which a deviation of exactly the level is not: it enters an episode (method, section 5: |d| ≥ T). */
const MORE_THAN =
  /초과|넘[은어]|벗어난 자산|超出其?[阈門进進]|未超[过過]|(?<!at or )beyond (?:the\s|its )(?:threshold|entry)/i;

describe('a deviation of exactly the level', () => {
  it.each([
    ['en', englishVenue, englishMinute, englishOverview],
    ['ko', koreanVenue, koreanMinute, koreanOverview],
    ['zh-Hans', simplifiedVenue, simplifiedMinute, simplifiedOverview],
    ['zh-Hant', traditionalVenue, traditionalMinute, traditionalOverview],
  ])('counts by the words of %s, too', (_, venue, minute, overview) => {
    const heads = [venue.venueScores.bars, venue.venueHeads.beyond, overview.deepestDeviations.none];
    expect([...heads, minute.otherAssets.none(12)].filter((text) => MORE_THAN.test(text))).toEqual([]);
  });
});
