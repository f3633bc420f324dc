import { describe, expect, it } from 'vitest';
import type { Censoring } from '../../domain/episode';
import { minute, minuteRange } from '../../domain/minute';
import { episodesOf, holes, newWatch, none, take, type Watched } from '../testing/watched';
import type { OpenEpisode } from './openEpisode';

type Place = readonly [first: number, last: number, Censoring];
const placesOf = (episodes: readonly OpenEpisode[]): readonly Place[] =>
  episodes.map(({ start, last, censored }) => [start, last, censored ?? 'none']);

describe('where an episode of T = 25 % begins and ends: first minute at T, last minute at T/2 (method, section 5)', () => {
  it.each<readonly [string, readonly Watched[], readonly Place[]]>([
    ['below T throughout', [0, 24, 20, 24, 0], []],
    ['exactly T, then exactly T/2', [0, 25, 12.5, 0, 0, 0], [[1, 2, 'none']]],
    ['T/2 before T does not count', [0, 20, 25, 0, 0, 0], [[2, 2, 'none']]],
    ['two calm minutes do not end it', [0, 25, 12, 12, 13, 0, 0, 0], [[1, 4, 'none']]],
    [
      'three do; a new one begins',
      [0, 25, 12, 12, 12, 25, 0, 0, 0],
      [
        [1, 1, 'none'],
        [5, 5, 'none'],
      ],
    ],
    ['20 % after three calm minutes is no new one', [0, 25, 0, 0, 0, 20, 0], [[1, 1, 'none']]],
    ['a hole between calm minutes counts as nothing', [0, 25, 12, none, 12, 20, 0, 0, 0], [[1, 5, 'none']]],
    ['30 missing minutes: one episode', [0, 25, ...holes(30), 25, 0, 0, 0], [[1, 32, 'none']]],
    [
      '31: closed by the gap',
      [0, 25, ...holes(31), 25, 0, 0, 0],
      [
        [1, 1, 'gap'],
        [33, 33, 'none'],
      ],
    ],
    ['missing minutes are counted in a row', [0, 25, ...holes(30), 13, ...holes(30), 13, 0, 0, 0], [[1, 63, 'none']]],
    ['from the first minute of the window', [25, 0, 0, 0], [[0, 0, 'start']]],
    ['to the last', [0, 25, 13], [[1, 2, 'end']]],
    ['two calm minutes before the window ends: its end was not seen', [0, 25, 0, 0], [[1, 1, 'end']]],
    ['the whole window', [25, 25], [[0, 1, 'both']]],
    ['from the first minute, closed by a gap', [25, ...holes(31), 0], [[0, 0, 'start-gap']]],
    ['the other side', [0, -50, -50, 0, 0, 0], []],
  ])('%s', (_, minutes, places) => {
    expect(placesOf(episodesOf(minutes))).toStrictEqual(places);
  });

  it.each<readonly [string, readonly (readonly Watched[])[], readonly Place[]]>([
    [
      'runs on into the next part',
      [
        [0, 25],
        [25, 0, 0, 0],
      ],
      [[1, 2, 'none']],
    ],
    [
      'calm minutes are counted over the border',
      [
        [25, 0, 0],
        [0, 25, 0, 0, 0],
      ],
      [
        [0, 0, 'start'],
        [4, 4, 'none'],
      ],
    ],
    [
      'missing ones too',
      [
        [0, 25, ...holes(15)],
        [...holes(16), 25, 0, 0, 0],
      ],
      [
        [1, 1, 'gap'],
        [33, 33, 'none'],
      ],
    ],
    [
      'at the border of two parts nothing is censored',
      [
        [0, 0],
        [25, 0, 0, 0],
      ],
      [[2, 2, 'none']],
    ],
  ])('in parts that follow one another: %s', (_, parts, places) => {
    const watch = newWatch();
    let from = 0;
    for (const part of parts) {
      take(watch, part, from);
      from += part.length;
    }
    watch.finish();
    expect(placesOf(watch.ended)).toStrictEqual(places);
  });

  it.each<readonly [number, Place]>([
    [30, [1, 32, 'none']],
    [31, [1, 1, 'gap']],
  ])('a stretch of %d minutes of which nothing is measured counts as that many missing ones', (minutes, place) => {
    const watch = newWatch();
    take(watch, [0, 25], 0);
    watch.miss(minuteRange(minute(2), minute(2 + minutes)));
    take(watch, [13, 0, 0, 0], 2 + minutes);
    watch.finish();
    expect(placesOf(watch.ended)).toStrictEqual([place]);
  });
});

it('what rates leave unknown is asked of the deepest minute of each day that has one deeper than before', () => {
  const watch = newWatch();
  const asked: (readonly [day: string, slot: number])[] = [];
  const takeDay = (day: string, minutes: readonly Watched[], from: number): void => {
    take(watch, minutes, from, (slot) => {
      asked.push([day, slot]);
      return { uncertainty: slot / 100, isWeak: day === 'second' };
    });
  };
  takeDay('first', [0, 25, 30, 40, 26], 0);
  expect(asked).toEqual([['first', 3]]);
  takeDay('second', [30, 26, 50, 20], 5);
  takeDay('third', [45, 0, 0, 0], 9);
  expect(asked).toEqual([
    ['first', 3],
    ['second', 2],
  ]);
  expect(watch.ended.map(({ peak }) => [peak.minute, peak.doubt])).toEqual([[7, { uncertainty: 0.02, isWeak: true }]]);
});
