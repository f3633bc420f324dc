import { describe, expect, it } from 'vitest';
import type { EventEpisode, EventInBrief, PathAnswer } from '../../api/events';
import {
  declaredSentence,
  deepestSentence,
  episodesSentence,
  eventFinding,
  eventNotes,
  eventsHead,
  noEvent,
  pathSentence,
  placeWords,
  storedWords,
  windowWords,
} from './events';
import { episode } from './testing/deviations';

const ranked = (change: Partial<EventEpisode> = {}): EventEpisode => ({
  ...episode({ peak: -0.99937 }),
  asset: 'ATOM',
  name: 'ATOM',
  reference: 'others',
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  enter: 0.02,
  place: 'outside',
  level: null,
  beyond: null,
  ...change,
});
const DECLARED = {
  venue: 'binance',
  from: '2025-10-10T21:36Z',
  to: '2025-10-10T22:16Z',
} as const;
const event = (markets: number): EventInBrief => ({
  event: '2025-10-10',
  from: '',
  to: '',
  assets: [],
  markets,
  figures: 0,
});
const found = { event: '2025-10-10', markets: 191, found: 14, declared: null } as const;

describe('an event in words', () => {
  it.each([
    [
      { ...found, episodes: [ranked()] },
      'ATOM on Binance: 99.94\u00A0% below its reference at 21:20\u00A0UTC, 2025-10-10',
    ],
    [{ ...found, episodes: [] }, 'The crash of 10 October 2025: no episode beyond the rates’ uncertainty'],
    [{ ...found, markets: 0, episodes: [] }, 'The crash of 10 October 2025: no data stored here yet'],
  ])('finds %#', (answer, finding) => {
    expect(eventFinding(answer)).toBe(finding);
  });

  it.each([
    [{ found: 1, episodes: [ranked()] }, '1 episode of 1 asset on 1 venue.'],
    [
      { found: 1_400, episodes: [ranked(), ranked({ asset: 'FIL', venue: 'gemini' })] },
      '1,400 episodes. The deepest 2 are listed, of 2 assets on 2 venues.',
    ],
    [{ found: 0, episodes: [] }, undefined],
  ])('counts %#', (answer, sentence) => {
    expect(episodesSentence(answer)).toBe(sentence);
  });

  it.each([
    [
      { inside: 0, overlapping: 8, outside: 6 },
      'Of 14 episodes, 6 lie outside the hours Binance declared (21:36 to 22:16 UTC), 8 partly inside and 0 inside.',
    ],
    [
      { inside: 0, overlapping: 0, outside: 1 },
      'Of 1 episode, 1 lies outside the hours Binance declared (21:36 to 22:16 UTC), 0 partly inside and 0 inside.',
    ],
  ])('holds them against declared hours: %j', (counts, sentence) => {
    expect(declaredSentence({ ...DECLARED, counts })).toBe(sentence);
  });

  it.each([
    ['21:20', 'lies 16 minutes before them'],
    ['21:35', 'lies 1 minute before them'],
    ['21:36', 'lies inside them'],
    ['22:15', 'lies inside them'],
    ['22:16', 'lies 1 minute after them'],
    ['22:20', 'lies 5 minutes after them'],
  ])('says how the deepest minute lies to them: %s', (at, lies) => {
    expect(deepestSentence(DECLARED, ranked({ peakMinute: `2025-10-10T${at}Z` }))).toBe(
      `The deepest minute of all, ATOM on Binance at ${at}, ${lies}.`,
    );
  });

  it.each([
    [[event(0), event(0)], 'Two events; no data for them is stored here yet'],
    [[event(191), event(5), event(0)], 'Three events; data for two of them is stored here'],
    [[event(191), event(0), event(0)], 'Three events; data for one of them is stored here'],
  ])('lists them %#', (events, finding) => {
    expect(eventsHead.finding({ events: [...events] })).toBe(finding);
  });

  it.each([
    [storedWords(event(0)), 'nothing yet'],
    [storedWords(event(1)), '1 spot market'],
    [storedWords(event(1_200)), '1,200 spot markets'],
    [windowWords({ from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }), '2025-10-10 20:00 to 24:00'],
    [windowWords({ from: '2026-02-06T10:00Z', to: '2026-02-06T11:00Z' }), '2026-02-06 10:00 to 11:00'],
    [windowWords({ from: '2020-03-12T00:00Z', to: '2020-03-14T00:00Z' }), '2020-03-12 00:00 to 2020-03-14 00:00'],
    [placeWords('overlapping'), 'partly inside'],
    [noEvent.line('a\u0000b').slice(0, 12), '"a[U+0000]b"'],
    [
      noEvent.line('crash'),
      '"crash" is not an event; the events are 2020-03-12, 2021-10-21, 2023-03-11, 2025-10-10, 2025-12-24, 2026-02-06',
    ],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it('says which asset fell furthest, and BTC beside it; nothing where none fell', () => {
    const path = (asset: string, lowest: number | null): PathAnswer => ({
      asset,
      name: asset,
      books: 3,
      lowest,
      lowestMinute: '2025-10-10T21:19Z',
      values: [],
    });
    expect(pathSentence([path('BTC', -0.1064), path('ATOM', -0.5312)], '2025-10-10T20:00Z')).toBe(
      'From 20:00 UTC on, ATOM fell furthest, 53.12 % by 21:19 UTC; BTC fell 10.64 %.',
    );
    expect(pathSentence([path('BTC', -0.1064)], '2025-10-10T20:00Z')).toBe(
      'From 20:00 UTC on, BTC fell furthest, 10.64 % by 21:19 UTC.',
    );
    expect(pathSentence([path('BTC', null), path('ATOM', 0.01)], '2025-10-10T20:00Z')).toBeUndefined();
    // 02:16 of the next day is no two hours after midnight.
    expect(pathSentence([path('BTC', -0.1064)], '2025-10-09T00:00Z')).toBe(
      'From 2025-10-09 00:00 UTC on, BTC fell furthest, 10.64 % by 2025-10-10 21:19 UTC.',
    );
  });

  it.each([
    [{ found: 14, listed: 14, within: 0 }, []],
    [
      { found: 1_400, listed: 1_000, within: 1 },
      [
        '1,400 episodes were found; the deepest 1,000 are listed, and counts are of these.',
        '1 episode more lies within the uncertainty of the rates and is not counted.',
      ],
    ],
    [
      { found: 14, listed: 14, within: 3 },
      ['3 episodes more lie within the uncertainty of the rates and are not counted.'],
    ],
  ])('notes %j', (noted, notes) => {
    expect(eventNotes(noted)).toEqual(notes);
  });
});
