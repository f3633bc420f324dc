import { CALM_MINUTES, DEFAULT_ENTER, MOST_MISSING_MINUTES, TIED_ENTER } from '../../../domain/method';
import { spelled } from '../spelled';
import type { EpisodeAnswer } from '../../../api/deviations';
import type { MethodExample, WalkStep } from '../../../api/method';
import { figure, strong, text, variable, type Block, type RichText } from '../../richText';
import { cells, recoveryWords } from '../cells';
import { certaintyWords } from '../certainty';
import { censoredWords } from '../episode';
import {
  amount,
  clock,
  count,
  dayPart,
  formatDuration,
  formatLevel,
  formatPrice,
  plusMinus,
  signedPercent,
  utc,
} from '../numbers';
import { missingWords } from '../missing';
import { venueName } from '../venues';
import { windowOf } from './example';
import { marketLabel } from '../market';

const T = variable('T');
const CALM = spelled(CALM_MINUTES);

/** Section 5. */
export const RULE: readonly Block[] = [
  text`An episode is a stretch of minutes in which one venue deviates to one side. An episode below goes by the lows, one above by the highs. The entry level ${T} is ${formatLevel(DEFAULT_ENTER)}, or ${formatLevel(TIED_ENTER)} for stablecoins, pegged and wrapped assets, unless the reader chooses another.`,
  {
    ordered: false,
    items: [
      text`${strong('Entry')}: the first measured minute at or beyond ${T}.`,
      text`${strong('Exit')}: ${CALM} consecutive measured minutes within ${T}/2.`,
      text`The ${strong('start')} is the first minute at or beyond ${T}. The ${strong('end')} is the minute after the last one at or beyond ${T}/2. The ${strong('span')} is the time between them.`,
      text`A ${strong('missing')} minute neither extends an episode nor ends it. It is counted as unknown. More than ${String(MOST_MISSING_MINUTES)} in a row close the episode, which is then marked as censored by a gap.`,
      text`An episode that touches the edge of the window is ${strong('censored')} there: it may have been longer or deeper than what was observed.`,
      text`The ${strong('area')} is the sum of the closes’ deviations to that side, in percent × minutes. The ${strong('recovery')} is the time from the peak until ${CALM} consecutive measured minutes close within ${T}/2.`,
    ],
  },
  'Episodes are ranked by peak, then by area. Those within the rate’s uncertainty are ranked separately. Episodes of one venue on one side never overlap.',
];

export const WHY: readonly Block[] = [
  `An episode ends at half the level at which it began, so it does not flicker on and off around one number. It ends only after ${CALM} measured minutes, so neither one calm print nor a silent order book ends it. A gap is not calm: an exchange that prints no trades during its worst minutes must not be credited with a recovery. The area goes by closes because a wick that lasted a moment is deep but not long. Depth and duration are reported separately.`,
];

export const FORMULAS = {
  entry: 'an episode is entered where the deviation is at or beyond T',
  exit: `an episode is left after ${CALM} consecutive measured minutes with a deviation below T over 2`,
  area: 'the area is 100 times the sum over the episode’s minutes of the close’s deviation to that side',
  entryName: 'entry:',
  exitName: 'exit:',
  exitAfter: `in ${String(CALM_MINUTES)} consecutive measured minutes`,
  areaUnit: '%·min',
} as const;

/** In the place of a walk. */
export const noEpisode = (example: Pick<MethodExample, 'name' | 'from' | 'to' | 'enter' | 'measuredMinutes'>): string =>
  example.measuredMinutes > 0
    ? `${windowOf(example)}: no venue deviated by ${formatLevel(example.enter)} or more, so there is no episode to show.`
    : `${windowOf(example)}: no minute could be measured, so there is no episode to show.`;

/** "ATOM, Binance ATOM/USDT below, 2025-10-10". */
export const episodeOf = (name: string, episode: EpisodeAnswer, isLonger: boolean): string =>
  `${name}, ${marketLabel(episode)} ${episode.side}, ${dayPart(episode.start)}${isLonger ? ': a longer episode in the same window' : ''}`;

export const walkTable = ({ venue, side }: Pick<EpisodeAnswer, 'venue' | 'side'>) =>
  ({
    label: `Episode on ${venueName(venue)}, minute by minute`,
    deviation: `Deviation of the ${side === 'below' ? 'low' : 'high'}`,
    close: 'Deviation of the close',
    effect: 'Effect',
    area: 'Area so far, %·min',
    outside: 'outside the episode',
  }) as const;

export const leftOut = (minutes: number): string => `${count(minutes)} min not shown`;

/** What a minute does to its episode. */
export function effectOf(
  { state, calm, missing, minute }: Pick<WalkStep, 'state' | 'calm' | 'missing' | 'minute'>,
  { enter, peakMinute }: { readonly enter: number; readonly peakMinute: string },
): string {
  const [level, half] = [formatLevel(enter), formatLevel(enter / 2)];
  const peak = minute === peakMinute ? '; peak' : '';
  switch (state) {
    case 'before':
      return 'before the episode';
    case 'enters':
      return `entry: at or beyond ${level}${peak}`;
    case 'beyond':
      return `at or beyond ${level}${peak}`;
    case 'holds':
      return `between ${half} and ${level}: continues${peak}`;
    case 'calm':
      return `within ${half}, ${String(calm)} of ${String(CALM_MINUTES)}${calm >= CALM_MINUTES ? ': exit' : ''}`;
    case 'unknown':
      return `unknown: ${missing === null ? cells.notMeasured : missingWords(missing)}`;
  }
}

/** The area in tenths of a percent-minute. */
export const areaFigure = (area: number): string => amount(Number(area.toFixed(1)));

/** What was computed for an episode, fact by fact. */
export function factsOf(
  episode: EpisodeAnswer,
  { currency, enter }: Pick<MethodExample, 'currency' | 'enter'>,
): readonly { readonly name: string; readonly fact: RichText }[] {
  const level = formatLevel(enter);
  return [
    {
      name: 'Start and end',
      fact: `${utc(episode.start)} to ${utc(episode.end)} UTC, end excluded: ${formatDuration(episode.spanMinutes)}`,
    },
    {
      name: 'Peak',
      fact: text`${signedPercent(episode.peak)} at ${clock(episode.peakMinute)}: ${figure(episode.peakPrice, formatPrice, '')} against ${figure(episode.peakReference, formatPrice, '')} ${currency}, from ${count(episode.peersAtPeak)} peers`,
    },
    {
      name: 'Minutes',
      fact: `${count(episode.minutesBeyond)} at or beyond ${level}, ${count(episode.minutesClosedBeyond)} closed there, ${count(episode.unknownMinutes)} unknown`,
    },
    { name: 'Area', fact: text`${figure(episode.areaPctMinutes, areaFigure, '')} %·min` },
    { name: 'Recovery', fact: recoveryOf(episode.recoveryMinutes) },
    {
      name: 'Volume',
      fact: text`${figure(episode.usdVolume, amount, 'unknown')} ${currency}, ${figure(episode.volumeShare, formatLevel, 'an unknown share')} of the volume on all venues`,
    },
    { name: 'Certainty', fact: certaintyOf(episode) },
    { name: 'Censored', fact: censoredWords(episode.censored) },
  ];
}

function certaintyOf({
  certainty,
  uncertaintyAtPeak,
}: Pick<EpisodeAnswer, 'certainty' | 'uncertaintyAtPeak'>): RichText {
  return text`${certaintyWords(certainty)}: ${figure(uncertaintyAtPeak, plusMinus, 'unknown')} at the peak`;
}

const recoveryOf = (minutes: number | null): RichText =>
  minutes === null ? [{ missing: recoveryWords(minutes) }] : recoveryWords(minutes);

export const EPISODE_ID = 'ID';
