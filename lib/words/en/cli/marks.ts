import type { MarksAnswer } from '../../../api/marks';
import type { Crossing, ReadingCrossings } from '../../../domain/marks/crossings';
import type { MarkField, Reading, ReadingMarks } from '../../../domain/marks/marks';
import { formatMinute, parseMinute, plus, type Minute } from '../../../domain/minute';
import { promised } from '../../../domain/unit';
import { formatLevel, formatPrice, plusMinus } from '../numbers';
import { venueName } from '../venues';
import { answerText, plural } from './lines';

export const SOURCE_NEEDED = '--ratio with a number needs --ratio-source: where that ratio comes from';
export const ACCOUNT_NEEDED = '--units, --loan and --level go together: give all three or none';
export const notPositive = (option: string, text: string): string => `${option} takes a number above 0, not "${text}"`;

/** What the account's readings are held against: the mark of a unit, in USD, and how each crossed it. */
interface Called {
  readonly unitLevel: number;
  /** Those that crossed, in order; of one minute together. */
  readonly order: readonly (readonly ReadingCrossings[])[];
  /** Those that did not, each with the minutes of the window that have a mark. */
  readonly uncrossed: readonly { readonly reading: Reading; readonly marked: number }[];
}

interface Printed {
  readonly answer: MarksAnswer;
  readonly field: MarkField;
  readonly ratioSource: string;
  readonly all: readonly ReadingMarks[];
  readonly called: Called | undefined;
}

/** What `marks` prints for people. */
export function marksText({ answer, field, ratioSource, all, called }: Printed): string {
  const { name, venue, from, to, ratio, composition, underlying } = answer;
  const at = promised(parseMinute(from));
  return answerText(answer.simulated, [
    `${name} at ${venueName(venue)} (${answer.market}), ${from} to ${to}, in USD, by the ${field} of each minute${answer.asOf === null ? '' : `, as known at ${answer.asOf}`}`,
    ...answer.notes,
    underlying.asset === null
      ? 'ratio: 1, to 1 USD, by the peg'
      : `ratio: ${ratio.value === null ? 'not known' : String(ratio.value)} to ${underlying.asset}, ${sourceText(answer, ratioSource)}`,
    composition === null
      ? 'index: no published composition is known for this window'
      : `index: ${formatLevel(composition.ownWeight)} own book, ${formatLevel(1 - composition.ownWeight)} ratio × underlying (${composition.publisher} notice of ${composition.published})`,
    ...all.map((one) => `  ${readingLine(one, at)}`),
    ...(called === undefined ? [] : calledLines(called, at)),
    'These are readings of stored candles. They do not rebuild any exchange’s margin engine.',
  ]);
}

function sourceText({ ratio, ratios }: MarksAnswer, given: string): string {
  if (ratio.source === 'given' || ratio.source === 'peg' || ratios === null) return `given, from: ${given}`;
  const whose = ratio.source === 'own' ? 'the venue’s own book' : 'the others’ median';
  return `the trailing median of ${whose}: ${plural(ratios[ratio.source].minutes, 'minute')} from ${ratios.from} to ${ratios.to}`;
}

const READING: Readonly<Record<Reading, string>> = {
  own: 'own book',
  others: 'others’ median',
  ratio: 'underlying × ratio',
  index: 'published index',
};

function readingLine({ reading, column: { prices, uncertainty, holes } }: ReadingMarks, from: Minute): string {
  let lowest: number | undefined;
  prices.forEach((price, slot) => {
    if (!Number.isNaN(price) && !(price >= (lowest === undefined ? Infinity : (prices[lowest] as number))))
      lowest = slot;
  });
  const missing = holes.filter((why) => why !== null).length;
  const without = missing === 0 ? '' : `; no mark in ${plural(missing, 'minute')}`;
  if (lowest === undefined) return `${READING[reading]}: no mark in any minute (${reasons(holes)})`;
  const unsure = uncertainty[lowest] ?? NaN;
  return `${READING[reading]}: lowest ${formatPrice(prices[lowest] as number)} (${Number.isNaN(unsure) ? 'uncertainty unknown' : plusMinus(unsure)}) at ${formatMinute(plus(from, lowest))}${without}`;
}

const reasons = (holes: ReadingMarks['column']['holes']): string =>
  [...new Set(holes.filter((why) => why !== null))].join(', ');

const calledLines = ({ unitLevel, order, uncrossed }: Called, from: Minute): readonly string[] => [
  `level: ${formatPrice(unitLevel)} USD a unit`,
  ...order.flatMap((together, place) =>
    together.map(
      ({ reading, crossings }) =>
        `  ${String(place + 1)}. ${READING[reading]}: ${crossings.map((one) => crossingText(one, from)).join('; ')}`,
    ),
  ),
  ...uncrossed.map(({ reading, marked }) =>
    marked === 0
      ? `  not known: ${READING[reading]}, which has no mark in any minute`
      : `  not crossed: ${READING[reading]}, in the ${plural(marked, 'minute')} with a mark`,
  ),
];

const crossingText = (crossing: Crossing, from: Minute): string =>
  [
    `${formatMinute(plus(from, crossing.first))}, ${plural(crossing.minutes, 'minute')} at or below`,
    `last ${formatMinute(plus(from, crossing.last))}`,
    `${String(crossing.certainMinutes)} beyond the rates’ uncertainty`,
    ...(crossing.unknownMinutes > 0 ? [`${plural(crossing.unknownMinutes, 'minute')} without a mark in between`] : []),
    ...(crossing.unknownBefore > 0 ? [`${plural(crossing.unknownBefore, 'minute')} without a mark right before`] : []),
    ...(crossing.isFromStart ? ['not above it before, in this window'] : []),
    ...(crossing.isToEnd ? ['not above it again, in this window'] : []),
  ].join(', ');
