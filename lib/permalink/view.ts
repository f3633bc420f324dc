import type { Venue } from '../domain/market';
import { formatMinute, minuteRange, plus, type Minute } from '../domain/minute';
import { defaultEnter } from '../domain/asset';
import { METHOD_VERSION } from '../domain/method';
import type { Question } from '../domain/question';
import { writeQuestion } from './fields';
import { writePath, writeQuery, type Fields } from './query';
import { VIEW_VERSION } from './version';

/** Of the price axis, the usual one first: logarithmic where a linear one would show one price and nothing else. */
export const SCALES = ['auto', 'linear', 'log'] as const;
export type Scale = (typeof SCALES)[number];

/** Everything a reader sees of an asset or a minute, as its address carries it. */
export interface View {
  readonly question: Question;
  readonly scale: Scale;
  /** The venue whose others' median is drawn; undefined: the one that strayed furthest. */
  readonly focus: Venue | undefined;
  /** Further venues drawn as lines, sorted; the others are one band. */
  readonly lines: readonly Venue[];
  /** On a minute's page, that minute; the question's range is then what the chart around it shows. */
  readonly minute: Minute | undefined;
  /** The digest of the figures that the address means: of its window, or of its minute (docs/digest.md). Without one it means whatever is stored. */
  readonly digest?: string | undefined;
}

export const VIEW_NAMES: readonly string[] = [
  'v',
  'm',
  'from',
  'to',
  'venues',
  'markets',
  'reference',
  'bloc',
  'rate',
  'minPeers',
  'enter',
  'asOf',
  'scale',
  'focus',
  'lines',
  'digest',
];

const fieldsOf = ({ question, scale, focus, lines, digest }: View): Fields => [
  ['v', String(VIEW_VERSION)],
  ['m', String(METHOD_VERSION)],
  ...writeQuestion(question),
  ['scale', scale],
  ...(focus === undefined ? [] : [['focus', focus] as const]),
  ...(lines.length === 0 ? [] : [['lines', lines.join(',')] as const]),
  ...(digest === undefined ? [] : [['digest', digest] as const]),
];

/** The address of a view: path and query, its colons readable. */
export const viewPath = (view: View): string =>
  writePath(
    view.minute === undefined ? `/${view.question.asset}` : `/${view.question.asset}/${formatMinute(view.minute)}`,
    fieldsOf(view),
  );

/** A view whatever its figures are: its pictures and files name the digest of what they show themselves. */
export function unpinned(view: View): View {
  const { digest: _, ...rest } = view;
  return rest;
}

/** A view's query, without the question mark: the part that its page and its picture share. */
export const viewQuery = (view: View): string => writeQuery(fieldsOf(view));

/**
 * What is asked of one minute: the view's question with nothing but that minute in it. An entry level marks episodes, which
 * a minute has none of, so it is the asset's default, as where the API is asked without one.
 */
export const minuteQuestion = ({ question }: View, at: Minute): Question => ({
  ...question,
  range: minuteRange(at, plus(at, 1)),
  enter: defaultEnter(question.asset),
});
