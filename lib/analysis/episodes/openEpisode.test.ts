import { describe, expect, it } from 'vitest';
import { episodesOf, newWatch, none, take, type Watched } from '../testing/watched';

/** A number to nine digits. */
const near = (value: number): unknown => expect.closeTo(value, 9);

describe('what is counted of an episode of T = 25 %', () => {
  it.each<
    readonly [
      string,
      readonly Watched[],
      {
        beyond: number;
        closedBeyond: number;
        unknown: number;
        area: number;
        peak: number;
        peakClose: number;
        outside: number;
      },
    ]
  >([
    // 25 below is 75, the others' lowest is 80: 75 ÷ 80 − 1.
    [
      'one minute',
      [25, 0, 0, 0],
      { beyond: 1, closedBeyond: 1, unknown: 0, area: 25, peak: -0.25, peakClose: -0.25, outside: -0.0625 },
    ],
    // 25 + 50 + 12.5; 50 ÷ 80 − 1.
    [
      'three, of which one at T/2',
      [25, 50, 12.5, 0, 0, 0],
      { beyond: 2, closedBeyond: 2, unknown: 0, area: 87.5, peak: -0.5, peakClose: -0.5, outside: -0.375 },
    ],
    // 12.5 + 10.
    [
      'lows at T, closes not',
      [[25, 12.5], [50, 10], 0, 0, 0],
      { beyond: 2, closedBeyond: 0, unknown: 0, area: 22.5, peak: -0.5, peakClose: -0.125, outside: -0.375 },
    ],
    // The close above adds nothing: 25 + 0.
    [
      'a close on the other side',
      [25, [50, -50], 0, 0, 0],
      { beyond: 2, closedBeyond: 1, unknown: 0, area: 25, peak: -0.5, peakClose: -0.25, outside: -0.375 },
    ],
    // Only what closed nearest: 10 above.
    [
      'no close on its side',
      [[25, -10], 0, 0, 0],
      { beyond: 1, closedBeyond: 0, unknown: 0, area: 0, peak: -0.25, peakClose: 0.1, outside: -0.0625 },
    ],
    // 25 + 5 + 20.
    [
      'calm minutes within it count into the area',
      [25, 5, 20, 0, 0, 0],
      { beyond: 1, closedBeyond: 1, unknown: 0, area: 50, peak: -0.25, peakClose: -0.25, outside: -0.0625 },
    ],
    [
      'calm minutes after it do not',
      [25, 5, 5, 5],
      { beyond: 1, closedBeyond: 1, unknown: 0, area: 25, peak: -0.25, peakClose: -0.25, outside: -0.0625 },
    ],
    [
      'holes within it are counted',
      [25, none, none, 25, 0, 0, 0],
      { beyond: 2, closedBeyond: 2, unknown: 2, area: 50, peak: -0.25, peakClose: -0.25, outside: -0.0625 },
    ],
    [
      'holes after it are not',
      [25, none, 0, 0, 0],
      { beyond: 1, closedBeyond: 1, unknown: 0, area: 25, peak: -0.25, peakClose: -0.25, outside: -0.0625 },
    ],
    [
      'to nearly nothing: 99.9375 %',
      [[99.9375, 50], 0, 0, 0],
      { beyond: 1, closedBeyond: 1, unknown: 0, area: 50, peak: -0.999375, peakClose: -0.5, outside: 0.0625 / 80 - 1 },
    ],
  ])('%s', (_, minutes, { beyond, closedBeyond, unknown, area, peak, peakClose, outside }) => {
    const [episode] = episodesOf(minutes);
    expect(episode?.counted).toMatchObject({
      minutesBeyond: beyond,
      minutesClosedBeyond: closedBeyond,
      unknownMinutes: unknown,
      areaPctMinutes: near(area),
      peakClose: near(peakClose),
      peakOutside: near(outside),
    });
    expect(episode?.peak.ratio).toBeCloseTo(peak, 12);
  });

  it('is never outside the others where its low is above their lowest', () => {
    // 15 below is 85, above 80.
    const watch = newWatch(0.125);
    take(watch, [15, 0, 0, 0], 0);
    watch.finish();
    expect(watch.ended[0]?.counted.peakOutside).toBe(0);
  });

  it.each<readonly [string, readonly Watched[], readonly [peakMinute: number, recovery: number | undefined]]>([
    ['three closes below T/2 in a row, from the next minute on', [25, 0, 0, 0], [0, 1]],
    ['from the minute of the peak itself', [[25, 0], 0, 0], [0, 0]],
    ['from the second minute after it', [50, 13, 0, 0, 0], [0, 2]],
    ['a close at exactly T/2 is not below it', [50, 12.5, 0, 0, 0], [0, 2]],
    ['two are not enough: the count begins anew', [50, 0, 0, 13, 0, 0, 0], [0, 4]],
    ['a hole counts as nothing', [50, 0, none, 0, none, 0], [0, 1]],
    ['on the other side it is no recovery', [50, [0, -20], 0, 0, 0], [0, 2]],
    ['from the last peak, not the first', [25, [50, 50], 0, 0, 0], [1, 1]],
    ['of two equal peaks from the first', [50, 50, 0, 0, 0], [0, 2]],
    ['after the end of the episode too', [[50, 50], [0, 50], [0, 50], [0, 50], 0, 0, 0], [0, 4]],
    ['not before the window ends', [50, 0, 0], [0, undefined]],
  ])('recovers with %s', (_, minutes, [peakMinute, recovery]) => {
    const [episode] = episodesOf(minutes);
    expect([episode?.peak.minute, episode?.recoveryMinutes]).toStrictEqual([peakMinute, recovery]);
  });

  it('reports the peers at the peak and the fewest of any of its minutes', () => {
    // Peers are 3, 4, 3, 4, … minute by minute; the peak is the fourth minute.
    const [episode] = episodesOf([0, 25, 25, 50, 0, 0, 0]);
    expect([episode?.peak.peers, episode?.counted.minPeers]).toStrictEqual([4, 3]);
  });

  it('depends on nothing before where no episode is open and each has recovered', () => {
    const watch = newWatch();
    const clean: boolean[] = [];
    for (const [from, minutes] of [
      [0, [0, 0]],
      [2, [50, 0]],
      [
        4,
        [
          [0, 50],
          [0, 50],
        ],
      ],
      [6, [0, 0, 0]],
    ] as const) {
      take(watch, minutes, from);
      clean.push(watch.isClean);
    }
    // Open; ended but not recovered; recovered.
    expect(clean).toStrictEqual([true, false, false, true]);
  });
});
