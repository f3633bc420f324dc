import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reference } from '../domain/question';
import { analyse } from './analyse';
import { orderOfEvents } from './scorecards/orderOfEvents';
import { scorecardsOf } from './scorecards/scorecard';
import { differences } from './testing/agree';
import { eventDifferences, scorecardDifferences, scorecardSituations } from './testing/agreeOnScorecards';
import { anyCase } from './testing/anyCase';
import { bruteForce } from './testing/bruteForce';
import { bruteEvents } from './testing/events';
import { Met, situationsIn } from './testing/met';
import { bruteScorecards } from './testing/scorecards';
import { RATE_RULES } from './types';

/** So many random markets are read twice under each reference; a wrapped asset's day before makes its cases long. */
const CASES: Readonly<Record<Reference['kind'], number>> = {
  others: 800,
  all: 500,
  vwm: 500,
  venue: 500,
  peg: 400,
  wrapped: 250,
};
const KINDS = Object.keys(CASES) as readonly Reference['kind'][];
/** For a slow machine, and the search for the smallest counterexample: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 240_000;

/** What every reference meets in a tenth of its cases and more; asked of a hundredth, chance never decides. */
const COMMON = [
  'measured',
  'not-fetched',
  'no-trade',
  'measured spot',
  'a volume of 0',
  'a volume unknown',
  'a fall',
  'few venues',
  'inside',
  'outside below',
  'outside above',
  'peak outside',
  'never outside',
  'below',
  'above',
  'all known',
  'censored none',
  'censored start',
  'censored end',
  'recovered',
  'not recovered',
  'known volume',
  'unknown volume',
  ...RATE_RULES.map((rule) => `rate ${rule}`),
  'asked in usd',
  'asked in none',
  'least 2',
  'least 3',
  'venues named',
  'chosen spot',
  'several markets of a venue',
  'several sources of a market',
  'another source left out',
];
const MEDIAN = ['a tie at the median', 'too-few-peers', 'peers 2', 'peers 3', 'peers 4', 'peers 5'];
const OWN: Readonly<Record<Reference['kind'], readonly string[]>> = {
  others: MEDIAN,
  all: MEDIAN,
  vwm: MEDIAN,
  venue: ['too-few-peers', 'peers 1', 'a yardstick that is not there'],
  peg: ['peers 0'],
  wrapped: ['too-few-peers', 'a ratio', 'no ratio', 'peers 3', 'peers 5'],
};
/** What some cases in a hundred meet; asked of a few in all. */
const RARE = [
  'no-rate',
  'no fall',
  'nothing shown',
  'unknown minutes',
  'censored both',
  'censored gap',
  'censored start-gap',
  'outside on both sides',
  'nobody to be outside of',
  ...['perp', 'mark', 'index'].flatMap((kind) => [`chosen ${kind}`, `measured ${kind}`, `episode ${kind}`]),
  'two series of a venue',
  'least 1',
  'least 4',
  'least 5',
  'peers 1',
  'a display left out',
  'entered exactly at the level',
  'held exactly at half the level',
  'just enough minutes',
  'a minute too few',
  ...[0, 1, 2, 3, 4, 5].map((level) => `scorecard: beyond level ${String(level)}`),
  'scorecard: outside',
  'scorecard: no rank',
  'scorecard: a rank',
  'scorecard: a third place',
  'events: moved',
  'events: moved at once',
  'events: never moved',
  'events: recovered',
  'events: not recovered',
  'events: fell',
  'events: never fell',
];
const LEAST_RARE = 5;

describe('the kernel and a second reading of the same text agree over random markets, on everything an analysis, its scorecards and its order of events say', () => {
  const all = new Met();

  for (const kind of KINDS) {
    it(`with reference ${kind}`, { timeout: TIMEOUT_MS }, () => {
      const met = new Met();
      fc.assert(
        fc.property(anyCase(kind), (input) => {
          const brute = bruteForce(input);
          const situations = situationsIn(input, brute);
          met.add(situations);
          all.add(situations);
          const analysis = analyse(input);
          const [cards, events] = [scorecardsOf(analysis), orderOfEvents(analysis)];
          all.add(scorecardSituations(cards, events));
          expect(
            [
              ...differences(analysis, brute),
              ...scorecardDifferences(cards, bruteScorecards(brute)),
              ...eventDifferences(events, bruteEvents(brute)),
            ].slice(0, 20),
          ).toStrictEqual([]);
        }),
        { numRuns: CASES[kind] },
      );
      expect(met.rare([...COMMON, ...OWN[kind]], CASES[kind] / 100)).toStrictEqual([]);
    });
  }

  it('the cases above, taken together, meeting what is rare too', () => {
    expect(all.rare(RARE, LEAST_RARE)).toStrictEqual([]);
  });
});
