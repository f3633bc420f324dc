import type { EventOrderAnswer, ScorecardAnswer, ScorecardsAnswer } from '../../../api/scorecards';
import { referenceOf } from '../../../domain/reference';
import { marketLabel } from '../market';
import { count, formatLevel, formatRatio } from '../numbers';
import { referenceCaption } from '../reference';
import { answerText, plural } from './lines';

/** What `scorecard` prints for people. */
export const scorecardText = (answer: ScorecardsAnswer): string =>
  answerText(answer.simulated, [
    `${answer.asset}, ${answer.from} to ${answer.to}, in ${answer.currency}, compared with ${referenceCaption(referenceOf(answer.reference))}`,
    ...answer.notes,
    `Minutes at or beyond ${levelList(answer.levels)}:`,
    ...answer.scorecards.map((card) => `  ${cardLine(card)}`),
    `First minute ${levelList(answer.orderLevels)} below the reference:`,
    ...answer.order.map((one) => `  ${orderLine(one)}`),
    answer.digest,
  ]);

const levelList = (levels: readonly number[]): string => levels.map(formatLevel).join(', ');

const cardLine = (card: ScorecardAnswer): string =>
  [
    `${marketLabel(card)}: ${card.minutesBeyond.map(count).join(', ')} of ${count(card.measuredMinutes)} min measured`,
    `outside all others ${count(card.minutesOutside)} min`,
    card.deepest === null
      ? 'no episode'
      : `${plural(card.episodes, 'episode')}, deepest ${formatRatio(card.deepest.peak)} at ${card.deepest.peakMinute}`,
    ...unusualParts(card),
  ].join('; ');

function unusualParts({ unusual, noBaseline }: ScorecardAnswer): readonly string[] {
  if (unusual !== null)
    return [
      `z ${unusual.z.toFixed(1).replace('-', '−')}, rank ${count(unusual.rank)} among ${count(unusual.of)} min of the days before`,
    ];
  switch (noBaseline) {
    case 'less-than-a-day-measured':
      return ['no baseline: less than a day measured before the window'];
    case 'no-episode':
    case null:
      return [];
  }
}

const orderLine = (one: EventOrderAnswer): string =>
  [`${marketLabel(one)}: ${one.strayed.map((minute) => minute ?? 'never').join(', ')}`, ...recoveryParts(one)].join(
    '; ',
  );

function recoveryParts({ recovered, notRecovered }: EventOrderAnswer): readonly string[] {
  if (recovered !== null) return [`recovered at ${recovered}`];
  switch (notRecovered) {
    case 'not-in-window':
      return ['not recovered in this window'];
    case 'no-episode':
    case null:
      return [];
  }
}
