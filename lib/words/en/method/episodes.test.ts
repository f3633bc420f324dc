import { describe, expect, it } from 'vitest';
import { exampleEpisode, methodExample, stepAt } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { areaFigure, effectOf, episodeOf, factsOf, leftOut, noEpisode, walkTable } from './episodes';

const PEAK = '2025-10-10T21:20Z';
const OTHER = '2025-10-10T21:25Z';

it.each([
  [stepAt(OTHER, { state: 'before' }), 'before the episode'],
  [stepAt(PEAK, { state: 'enters' }), 'entry: at or beyond 2 %; peak'],
  [stepAt(PEAK, { state: 'beyond' }), 'at or beyond 2 %; peak'],
  [stepAt(OTHER, { state: 'beyond' }), 'at or beyond 2 %'],
  [stepAt(OTHER, { state: 'holds' }), 'between 1 % and 2 %: continues'],
  [stepAt(OTHER, { state: 'calm', calm: 1 }), 'within 1 %, 1 of 3'],
  [stepAt(OTHER, { state: 'calm', calm: 3 }), 'within 1 %, 3 of 3: exit'],
  [stepAt(OTHER, { state: 'unknown', missing: 'no-trade' }), 'unknown: no trade'],
  [stepAt(OTHER, { state: 'unknown' }), 'unknown: not measured'],
])('says what a minute does to its episode: $state', (step, words) => {
  expect(effectOf(step, { enter: 0.02, peakMinute: PEAK })).toBe(words);
});

describe('what was computed for an episode', () => {
  const facts = (over: Partial<typeof exampleEpisode>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      factsOf({ ...exampleEpisode, ...over }, methodExample).map(({ name, fact }) => [name, plainText(fact)]),
    );

  it('is listed fact by fact', () => {
    expect(facts({})).toEqual({
      'Start and end': '2025-10-10 21:19 to 2025-10-10 21:22 UTC, end excluded: 3 min',
      Peak: '−99.97 % at 21:20: 0.001 against 3.6 USD, from 4 peers',
      Minutes: '2 at or beyond 2 %, 1 closed there, 1 unknown',
      Area: '12.3 %·min',
      Recovery: '2 min',
      Volume: '350 USD, 12.5 % of the volume on all venues',
      Certainty: 'beyond the rate’s uncertainty: ± 0.04 % at the peak',
      Censored: 'no',
    });
  });

  it.each([
    ['Recovery', { recoveryMinutes: 0 }, 'same minute'],
    ['Recovery', { recoveryMinutes: null }, 'not in this window'],
    ['Volume', { usdVolume: null, volumeShare: null }, 'unknown USD, an unknown share of the volume on all venues'],
  ])('%s of %j reads "%s"', (name, over, words) => {
    expect(facts(over)[name]).toBe(words);
  });

  it.each(['none', 'start', 'end', 'both', 'gap'] as const)('has words for censoring: %s', (censored) => {
    expect(facts({ censored })['Censored']).toMatch(/^[a-z]/);
  });
});

it.each([
  [episodeOf('ATOM', exampleEpisode, false), 'ATOM, Binance ATOM/USDT below, 2025-10-10'],
  [
    episodeOf('ATOM', { ...exampleEpisode, side: 'above' }, true),
    'ATOM, Binance ATOM/USDT above, 2025-10-10: a longer episode in the same window',
  ],
  [walkTable(exampleEpisode).label, 'Episode on Binance, minute by minute'],
  [walkTable({ venue: 'okx', side: 'above' }).deviation, 'Deviation of the high'],
  [leftOut(1_205), '1,205 min not shown'],
  [areaFigure(12.345), '12.3'],
  [areaFigure(98_765.44), '98,765.4'],
  [
    noEpisode(methodExample),
    'ATOM, 2025-10-10 20:00 to 22:00 UTC: no venue deviated by 2 % or more, so there is no episode to show.',
  ],
  [
    noEpisode({ ...methodExample, measuredMinutes: 0 }),
    'ATOM, 2025-10-10 20:00 to 22:00 UTC: no minute could be measured, so there is no episode to show.',
  ],
])('writes "%s"', (words, expected) => {
  expect(words).toBe(expected);
});
