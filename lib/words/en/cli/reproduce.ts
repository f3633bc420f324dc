import type {
  Reproduced,
  ReproducedRole,
  ReproducedMarket,
  ReproducedMinute,
  Reproduction,
  ReplyFacts,
} from '../../../api/reproduction';
import type { SourceCandle } from '../../../api/revisions';
import { CANDLE_FIELDS } from '../../../domain/candle';
import { fieldWords } from '../candleFields';
import { minuteCount } from '../counts';
import { count, rawPrice } from '../numbers';
import { answerText } from './lines';
import { marketAndSource } from './marketLine';

/** What `reproduce` says for people: what is stored and what is served now, never why they differ, nor whose doing it is. */

export const windowTooLong = (mostMinutes: number): string =>
  `the window is longer than ${minuteCount(mostMinutes)}; give a shorter one with from=…&to=…, or the address of a minute`;

export const reproduceMends = {
  again: 'run the same command again later',
  otherNetwork: 'run the same command again from a network the venue serves',
} as const;

export const noRowServed = 'the venue answered without a row for it';
export const rowUnusable = (reason: string | undefined): string =>
  `the row served is not a valid candle${reason === undefined ? '' : ` (${reason})`}`;

export const reproductionText = (found: Reproduction): string =>
  answerText(found.simulated, [
    headLine(found),
    ...(found.asOf === null ? [] : [`Stored as known at ${found.asOf}.`]),
    ...ofRole(found, 'book').flatMap(marketLines),
    sumLine(ofRole(found, 'book')),
    ...legLines(ofRole(found, 'rate-leg')),
  ]);

const ofRole = ({ markets }: Reproduction, role: ReproducedRole): readonly ReproducedMarket[] =>
  markets.filter((one) => one.role === role);

const isAsStored = ({ outcome }: ReproducedMarket): boolean => outcome === 'same' || outcome === 'neither';

/** Of the markets on which the rates rest, those that are not the same, and how many there are of each. */
function legLines(legs: readonly ReproducedMarket[]): readonly string[] {
  if (legs.length === 0) return [];
  const from = legs.map((leg) => leg.from).sort()[0] ?? '';
  const to =
    legs
      .map((leg) => leg.to)
      .sort()
      .at(-1) ?? '';
  return [
    `Markets of the rates to USD, ${from} to ${to}:`,
    ...legs.filter((leg) => !isAsStored(leg)).flatMap(marketLines),
    sumLine(legs),
  ];
}

const isMinute = ({ from, to }: Pick<Reproduction, 'from' | 'to'>): boolean =>
  Date.parse(to) - Date.parse(from) === 60_000;

const headLine = (found: Reproduction): string =>
  `${found.name}, ${isMinute(found) ? found.from : `${found.from} to ${found.to}`}, requested again at ${found.asked}:`;

function marketLines(market: ReproducedMarket): readonly string[] {
  const { outcome, minutes, differences, gaps } = market;
  const name = marketAndSource({ ...market });
  if (outcome === 'not-comparable')
    return [`${name}: not comparable; stored from a file, which no venue can be asked for`];
  const differing = minutes.differs + minutes.notServed + minutes.notStored;
  const listed = differences.length;
  const rowless = gaps.filter(({ cause }) => cause !== noRowServed);
  const ofAll = rowless.find((gap) => gap.minutes === minutes.asked);
  const head = `${name}: ${minutes.asked === 1 ? oneMinute(market) : counted(market)}`;
  return [
    ofAll === undefined ? head : `${head}: ${causeWords(ofAll)}`,
    ...(ofAll === undefined ? rowless.map((gap) => `  ${gapWords(gap)}`) : []),
    ...differences.flatMap((one, i) => minuteLines(one, differences[i - 1])),
    ...(listed > 0 && differing - wholeMinutes(market) > listed
      ? [`  and ${count(differing - wholeMinutes(market) - listed)} more minutes`]
      : []),
  ];
}

/** Minutes not served for a cause that holds of a whole range: they are not listed one by one. */
const wholeMinutes = ({ gaps }: ReproducedMarket): number =>
  gaps
    .filter(({ outcome, cause }) => outcome === 'not-served' && cause !== noRowServed)
    .reduce((sum, gap) => sum + gap.minutes, 0);

const ONE: Readonly<Record<Exclude<Reproduced, 'not-comparable' | 'same'>, string>> = {
  differs: 'differs',
  'not-served': 'not served now',
  'not-stored': 'served now, not stored',
  unanswered: 'no answer',
  neither: 'neither stored nor served',
};

function oneMinute({ outcome, compared }: ReproducedMarket): string {
  if (outcome === 'not-comparable') return '';
  if (outcome !== 'same') return ONE[outcome];
  return compared.length === 0 ? 'same: no trade' : `same row (${compared.map(fieldWords).join(', ')})`;
}

function counted({ minutes, compared }: ReproducedMarket): string {
  const fields = compared.length === 0 ? '' : ` (${compared.map(fieldWords).join(', ')})`;
  const parts = [
    [minutes.same, `same${fields}`],
    [minutes.differs, minutes.differs === 1 ? 'differs' : 'differ'],
    [minutes.notServed, 'not served now'],
    [minutes.notStored, 'served now, not stored'],
    [minutes.unanswered, 'without an answer'],
    [minutes.neither, 'neither stored nor served'],
  ] as const;
  const said = parts.filter(([many]) => many > 0).map(([many, words]) => `${count(many)} ${words}`);
  return `${minuteCount(minutes.asked)}: ${said.join(', ')}`;
}

type Gap = ReproducedMarket['gaps'][number];

const gapWords = ({ outcome, from, to, minutes, ...why }: Gap): string =>
  `${minutes === 1 ? from : `${from} to ${to}`}: ${outcome === 'not-served' ? 'not served' : 'no answer'}: ${causeWords(why)}`;

const causeWords = ({ cause, mend }: Pick<Gap, 'cause' | 'mend'>): string =>
  mend === null ? cause : `${cause}; ${mend}`;

/** A minute: which fields differ, then the row stored over the row served. */
function minuteLines(
  { minute, stored, served, storedFrom, servedFrom, outcome, fields }: ReproducedMinute,
  before: ReproducedMinute | undefined,
): readonly string[] {
  const what =
    outcome === 'differs' ? `: ${fields.map(fieldWords).join(', ')} ${fields.length === 1 ? 'differs' : 'differ'}` : '';
  return [
    `  ${minute}${what}`,
    `    stored      ${rowWords(stored)}${replyWords(storedFrom, before?.storedFrom)}`,
    `    served now  ${rowWords(served)}${replyWords(servedFrom, before?.servedFrom)}`,
  ];
}

/** Every field that a row says. */
const rowWords = (row: SourceCandle | null): string =>
  row === null
    ? 'no row'
    : CANDLE_FIELDS.flatMap((field) => {
        const value = row[field];
        return value === null ? [] : [`${fieldWords(field)} ${rawPrice(value)}`];
      }).join(', ');

/** Where a row was read; in full where the minute before was read elsewhere. */
const replyWords = (reply: ReplyFacts | null, before: ReplyFacts | null | undefined): string =>
  reply === null
    ? ''
    : reply.sha256 === before?.sha256
      ? ', from the same reply'
      : `, from a reply of ${reply.received}, SHA-256 ${reply.sha256}`;

function sumLine(markets: readonly ReproducedMarket[]): string {
  const number = (...outcomes: readonly Reproduced[]): number =>
    markets.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [number('same', 'neither'), 'same'],
    [number('differs'), number('differs') === 1 ? 'differs' : 'differ'],
    [number('not-served'), 'not served now'],
    [number('not-stored'), 'served now, not stored'],
    [number('unanswered'), 'without an answer'],
    [number('not-comparable'), 'not comparable'],
  ] as const;
  const said = parts.filter(([many]) => many > 0).map(([many, words]) => `${count(many)} ${words}`);
  return `${count(markets.length)} ${markets.length === 1 ? 'market' : 'markets'}: ${said.join(', ')}.`;
}
