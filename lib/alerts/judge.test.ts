import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertRule } from '../domain/alert';
import { CENSORINGS, CERTAINTIES } from '../domain/episode';
import type { Venue } from '../domain/market';
import { minute, type Minute } from '../domain/minute';
import { judge, type JudgedEpisode, type KnownAlert } from './judge';

const okx = 'okx' as Venue;
const NOON = 29_335_680;
const at = (minutes: number): Minute => minute(NOON + minutes);
/** Any asset, any venue, certain, deeper than 5 % for 3 minutes, n ≥ 5. */
const RULE: AlertRule = {
  assets: undefined,
  venues: undefined,
  side: undefined,
  depth: 0.05,
  minutes: 3,
  peers: 5,
  certainty: ['certain'],
};
const episode = (change: Partial<JudgedEpisode> = {}): JudgedEpisode => ({
  venue: okx,
  kind: 'spot',
  side: 'below',
  start: at(0),
  end: at(1),
  minutesBeyond: 1,
  certainty: 'certain',
  censored: 'end',
  ...change,
});
const alert = (change: Partial<KnownAlert> = {}): KnownAlert => ({
  id: 'a',
  venue: okx,
  side: 'below',
  start: at(0),
  end: at(1),
  state: 'pending',
  ...change,
});
const long = { end: at(3), minutesBeyond: 3 } as const;

/** What happens, as `state` or `withdrawn: reason`, with `new` for an alert that was not there. */
function outcome(
  episodes: readonly JudgedEpisode[],
  alerts: readonly KnownAlert[] = [],
  { rule = {}, to = 10, since = 0 }: { rule?: Partial<AlertRule>; to?: number; since?: number } = {},
): readonly string[] {
  const window = { from: at(-60), to: at(to) };
  return judge({ rule: { ...RULE, ...rule }, episodes, alerts, window, since }).map(
    ({ alert: known, state, reason }) =>
      `${known === undefined ? 'new ' : ''}${state}${reason === undefined ? '' : `: ${reason}`}`,
  );
}

describe('a rule of 3 minutes', () => {
  it.each<readonly [string, readonly JudgedEpisode[], readonly KnownAlert[], readonly string[]]>([
    ['one minute so far is pending', [episode()], [], ['new pending']],
    ['pending it stays until the third', [episode({ end: at(2), minutesBeyond: 2 })], [alert()], []],
    ['the third confirms it', [episode(long)], [alert()], ['confirmed']],
    [
      'confirmed once is enough',
      [episode({ ...long, minutesBeyond: 9 })],
      [alert({ ...long, state: 'confirmed' })],
      [],
    ],
    ['its end changes nothing', [episode({ ...long, censored: 'none' })], [alert({ ...long, state: 'confirmed' })], []],
    ['a recovery before the third withdraws it', [episode({ censored: 'none' })], [alert()], ['withdrawn: ended']],
    ['so does a silence of more than half an hour', [episode({ censored: 'gap' })], [alert()], ['withdrawn: ended']],
    ['what is over and was too short is no news', [episode({ censored: 'none' })], [], []],
    ['what is found whole is confirmed at once', [episode({ ...long, censored: 'none' })], [], ['new confirmed']],
    ['a candle revised away withdraws what was pending', [], [alert()], ['withdrawn: revised']],
    ['and what was confirmed', [], [alert({ ...long, state: 'confirmed' })], ['withdrawn: revised']],
    [
      'a revision that leaves two of three minutes withdraws it',
      [episode({ end: at(3), minutesBeyond: 2 })],
      [alert({ ...long, state: 'confirmed' })],
      ['withdrawn: revised'],
    ],
    ['withdrawn is not withdrawn again', [], [alert({ state: 'withdrawn' })], []],
    ['withdrawn is never pending again', [episode()], [alert({ state: 'withdrawn' })], []],
    [
      'withdrawn is confirmed where late candles make it so',
      [episode(long)],
      [alert({ state: 'withdrawn' })],
      ['confirmed'],
    ],
    [
      'a first minute that came late is no second alert',
      [episode({ start: at(-1), ...long, minutesBeyond: 4 })],
      [alert()],
      ['confirmed'],
    ],
    [
      'of two alerts whose episodes became one, the earlier goes on',
      [episode({ end: at(9), minutesBeyond: 9 })],
      [alert({ id: 'b', start: at(5), end: at(9), state: 'confirmed' }), alert({ ...long, state: 'confirmed' })],
      ['withdrawn: revised'],
    ],
    [
      'another side, and another venue, are other alerts',
      [episode(long), episode({ ...long, side: 'above' }), episode({ ...long, venue: 'kraken' as Venue })],
      [alert({ ...long, state: 'confirmed' })],
      ['new confirmed', 'new confirmed'],
    ],
  ])('%s', (_, episodes, alerts, expected) => {
    expect(outcome(episodes, alerts)).toEqual(expected);
  });
});

describe('what a rule does not take', () => {
  it.each<readonly [string, Partial<JudgedEpisode>, Partial<AlertRule>]>([
    ['an episode within the uncertainty of its rate', { certainty: 'within' }, {}],
    ['one on a weak rate', { certainty: 'weak' }, {}],
    ['a perpetual', { kind: 'perp' }, {}],
    ['another venue', {}, { venues: ['kraken' as Venue] }],
    ['the other side', {}, { side: 'above' }],
  ])('%s', (_, change, rule) => {
    expect(outcome([episode({ ...long, ...change })], [], { rule })).toEqual([]);
  });

  it('a weak rate, unless the rule says so', () => {
    expect(
      outcome([episode({ ...long, certainty: 'weak' })], [], { rule: { certainty: ['certain', 'weak'] } }),
    ).toEqual(['new confirmed']);
  });

  it('a deeper peak that is less certain: what was confirmed is withdrawn, and says why', () => {
    expect(outcome([episode({ ...long, certainty: 'within' })], [alert({ ...long, state: 'confirmed' })])).toEqual([
      'withdrawn: uncertain',
    ]);
  });

  it('what began before the rule was added', () => {
    expect(outcome([episode(long)], [], { since: at(1) })).toEqual([]);
    expect(outcome([episode(long)], [], { since: at(0) })).toEqual(['new confirmed']);
  });

  it('an alert from before the window: nobody looked there', () => {
    expect(outcome([], [alert({ start: at(-61), end: at(-50), state: 'confirmed' })])).toEqual([]);
  });
});

it('a rule of one minute is pending until the next minute is in', () => {
  expect(outcome([episode()], [], { rule: { minutes: 1 }, to: 1 })).toEqual(['new pending']);
  expect(outcome([episode()], [alert()], { rule: { minutes: 1 }, to: 2 })).toEqual(['confirmed']);
});

it('once its transitions were taken, the same data changes nothing', () => {
  const anyEpisode = fc
    .record({
      start: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 1, max: 5 }),
      side: fc.constantFrom('below', 'above'),
      minutesBeyond: fc.integer({ min: 1, max: 5 }),
      certainty: fc.constantFrom(...CERTAINTIES),
      censored: fc.constantFrom(...CENSORINGS),
    })
    .map(({ start, length, ...rest }) => ({ start, length, rest }));
  fc.assert(
    fc.property(
      // One side's episodes never overlap.
      fc.array(anyEpisode, { maxLength: 6 }),
      fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: 60 }),
          length: fc.integer({ min: 1, max: 9 }),
          side: fc.constantFrom('below', 'above'),
          state: fc.constantFrom('pending', 'confirmed', 'withdrawn'),
        }),
        { maxLength: 5 },
      ),
      (some, others) => {
        const episodes = some.map(({ start, length, rest }, i) =>
          episode({ ...rest, start: at(i * 11 + start), end: at(i * 11 + start + length) }),
        );
        const alerts = others.map(({ start, length, ...rest }, i) =>
          alert({ ...rest, id: String(i), start: at(start), end: at(start + length) }),
        );
        const judged = { rule: RULE, episodes, window: { from: at(0), to: at(70) }, since: 0 };
        const found = judge({ ...judged, alerts });
        const byId = new Map(alerts.map((one) => [one.id, one]));
        found.forEach(({ alert: known, state, episode: of }, i) => {
          const id = known?.id ?? `new ${String(i)}`;
          const before = known ?? alert({ id, side: of?.side ?? 'below' });
          byId.set(id, { ...before, state, ...(of === undefined ? {} : { start: of.start, end: of.end }) });
        });
        expect(judge({ ...judged, alerts: [...byId.values()] })).toEqual([]);
      },
    ),
  );
});
