import {
  BLOCS,
  DEFAULT_MIN_PEERS,
  ENOUGH_VENUES,
  LEAST_BLOC_BOOKS,
  LEAST_MIN_PEERS,
  LEAST_RATED_SHARE,
  MAD_TO_SIGMA,
  QUOTE_ORDER,
  STRONG_PEERS,
} from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { BookChoice, MethodExample } from '../../../api/method';
import type { MinuteVenue } from '../../../api/minute';
import { code, em, figure, link, text, variable, type Block, type RichText } from '../../richText';
import { count, distance, formatLevel, formatPrice } from '../numbers';
import { ruleWords } from '../rates';
import { venueName } from '../venues';
import { unmeasured } from './example';
import { result } from './figures';

/** The price that a side goes by. */
export type SideField = 'low' | 'high';

/** Section 3. */
export const RULE: readonly Block[] = [
  text`In each minute, a venue ${variable('v')} is compared with the median of the ${em('other')} venues, its peers ${variable('P')}: its low with the median of their lows, its high with that of their highs, its close with that of their closes. The venue itself is left out. The median of an even number of prices is the mean of the middle two.`,
  `A peer is another venue with a traded spot minute that can be converted to USD. Each takes part with one market. With fewer than ${spelled(DEFAULT_MIN_PEERS)} peers, the minute is missing: “too few peers”. A reference with ${spelled(DEFAULT_MIN_PEERS)} peers or more is called fair, with ${spelled(STRONG_PEERS)} or more strong. A reader can lower the minimum to ${spelled(LEAST_MIN_PEERS)}; a number that rests on fewer than ${spelled(DEFAULT_MIN_PEERS)} peers is marked “few peers” everywhere. Where an asset has fewer than ${spelled(ENOUGH_VENUES)} venues, the product says so.`,
  `The dispersion of the peers is shown beside the reference. It is ${String(MAD_TO_SIGMA)} × the median absolute deviation of their closes, and shows how far apart the other venues themselves were.`,
];

export const WHY: readonly Block[] = [
  `With few venues, an outlier pulls an ordinary median toward itself and looks closer than it was. Leaving it out prevents this. The median is used, not the mean, because a single absurd price can move a mean without limit. The minimum is ${spelled(DEFAULT_MIN_PEERS)} peers because with only ${spelled(DEFAULT_MIN_PEERS - 1)}, one bad price makes the other venues look wrong. A tool for evidence must not accuse by arithmetic.`,
  `The factor ${String(MAD_TO_SIGMA)} scales the median absolute deviation so that it estimates the standard deviation of a normal sample. A reference is the price at which most venues traded. It is not a true value: if most venues fell together, the few that did not fall appear above it.`,
];

/** Section 3: which of a venue’s books stands for it. */
export const CHOICE = {
  heading: 'The market of a venue',
  rule: [
    text`A venue takes part with one spot market: the one the reader chose; otherwise the one chosen for each UTC day from all that is stored of that day, ${em('whatever window is asked')}. It is the book with the largest base volume among those that had a rate which nobody had to assume (${ruleWords('usd')}, ${ruleWords('legs')} or ${ruleWords('thin')}) in ${formatLevel(LEAST_RATED_SHARE)} or more of their traded minutes. Where no book had, it is the largest of all. An unknown volume counts as 0. Ties go by ${QUOTE_ORDER.join(', ')}, then by the alphabet.`,
    'Where the book of a venue changes inside a window, each day’s book is named.',
  ],
  why: [
    'The largest book is the one in which most of the venue’s trading took place. A book whose rate would have to be assumed comes after one whose rate was measured. The choice rests on whole days so that zooming in never changes a number.',
  ],
} as const satisfies Part;

/** Section 3: books of one quote. */
export const BLOC = {
  heading: 'Blocs',
  rule: [
    text`A reader can ask for the peers of one quote (${code('bloc=USDT')}, ${code('bloc=USD')}, …). Each peer’s market is then chosen among its books in that quote. The venue judged keeps its own. The minimum number of peers stays as it is.`,
    text`Where the two largest blocs part, the minute and the episode say so. They part if the median low in USD of the ${BLOCS[0]} books and that of the ${BLOCS[1]} books, of at least ${spelled(LEAST_BLOC_BOOKS)} books each, differ by more than the entry level ${variable('T')}. Above, the highs count.`,
  ],
  why: [
    `On 10 October 2025 the ${BLOCS[1]} books of a dozen venues fell together, far below the ${BLOCS[0]} books. “Against the others” then means one thing for a venue in ${BLOCS[1]} and another for a venue in ${BLOCS[0]}. A reader must see that both are so.`,
  ],
} as const satisfies Part;

interface Part {
  readonly heading: string;
  readonly rule: readonly Block[];
  readonly why: readonly Block[];
}

/** In the place of the example of a chosen book. */
export const NO_CHOICE = 'In this example no venue has more than one spot book of the asset, so none had to be chosen.';

export const CHOICE_TABLE = {
  label: 'Spot books of one venue on one day',
  volume: 'Base volume',
  traded: 'Traded minutes',
  rated: 'With a measured rate',
  chosen: 'Chosen',
  yes: 'yes',
  no: 'no',
} as const;

/** "ATOM on Binance, 2025-10-10: the spot books of that UTC day". */
export const choiceOf = (name: string, { venue, day }: Pick<BookChoice, 'venue' | 'day'>): string =>
  `${name} on ${venueName(venue)}, ${day}: the spot books of that UTC day`;

/** "1,438 (99.9 %)". */
export const ratedOf = ({ traded, rated }: Pick<BookChoice['books'][number], 'traded' | 'rated'>): string =>
  traded === 0 ? count(rated) : `${count(rated)} (${formatLevel(Math.floor((rated / traded) * 10_000) / 10_000)})`;

/** Why the chosen book is the chosen one. */
export function choiceSum({ books }: Pick<BookChoice, 'books'>): string {
  const chosen = books.find(({ isChosen }) => isChosen);
  if (chosen === undefined) return 'The reader chose another market, or none of these had a price on that day.';
  const isRated = chosen.rated >= LEAST_RATED_SHARE * chosen.traded;
  const larger = books.filter(({ baseVolume }) => baseVolume > chosen.baseVolume);
  if (!isRated)
    return `${chosen.market} is chosen: no book had a measured rate often enough, and it has the largest volume.`;
  return larger.length === 0
    ? `${chosen.market} is chosen: it has the largest volume.`
    : `${chosen.market} is chosen: it has the largest volume of those with a measured rate. ${listed(larger.map(({ market }) => market))} had more volume, but no such rate in ${formatLevel(LEAST_RATED_SHARE)} of ${larger.length === 1 ? 'its' : 'their'} traded minutes.`;
}

export const FORMULAS = {
  reference: 'the reference low of v is the median of the lows of its peers',
  dispersion: `the dispersion is ${String(MAD_TO_SIGMA)} times the median distance of the peers’ closes from their median`,
} as const;

/** The references a reader may choose; `section7`: where wrapped and pegged assets are explained. */
export const otherReferences = (section7: string): readonly Block[] => [
  'Where nobody asks for a reference, an asset has its own: a wrapped asset its underlying, a pegged asset its peg, any other asset the others’ median. A reader can choose another. Everything computed with it then carries its name:',
  {
    ordered: false,
    items: [
      text`${code('all')}: the median of all venues, including the one measured.`,
      text`${code('vwm')}: the median of the others, weighted by their volume in that minute.`,
      text`${code('venue:V')}: one reference venue, the comparison that claimants often make. No minimum number of peers applies. A deviation from it may be the reference venue’s own.`,
      text`${code('wrapped')} and ${code('peg')}: see ${link(section7, 'section 7')}.`,
    ],
  },
];

export const noneMeasured = ({ minute }: Pick<MethodExample, 'minute'>): string =>
  `No market can be measured in this minute: ${unmeasured(minute)}. Their candles are shown all the same.`;

const FIELDS: Readonly<Record<SideField, string>> = { low: 'Low', high: 'High' };

/** The table of every venue's price. */
export const candlesStep = (field: SideField, currency: string): string =>
  `Every venue’s ${field}, as published and in ${currency}`;

export const candlesTable = (field: SideField, currency: string) =>
  ({
    label: `Every venue’s ${field}, converted`,
    source: 'Source',
    published: `${FIELDS[field]}, as published`,
    rate: `Rate to ${currency}`,
    converted: `${FIELDS[field]}, ${currency}`,
    peers: 'Peers',
    reference: `Reference, ${currency}`,
  }) as const;

/** The peers of one venue in their order. */
export const peersStep = (venue: string, peers: number, field: SideField, currency: string): string =>
  `The ${count(peers)} peers of ${venueName(venue)} by ${field}, in ${currency}`;
export const peersLabel = (venue: string, field: SideField): string =>
  `Peers of ${venueName(venue)} by ${field}, ascending`;

/** For whoever hears a list of values: the ones a median is made of. */
export const IN_THE_MIDDLE = ', in the middle';

export interface MiddleOfPeers {
  readonly row: Pick<MinuteVenue, 'venue' | 'reference' | 'dispersion'>;
  readonly field: SideField;
  readonly peers: number;
  readonly currency: string;
  /** The median with the venue itself among them; null: not known. */
  readonly withItself: number | null;
}

/** The reference as the middle of the peers, their dispersion, and what the venue itself would have done to the median. */
export function middleSum({ row, field, peers, currency, withItself }: MiddleOfPeers): RichText {
  const venue = venueName(row.venue);
  const middle = peers % 2 === 1 ? 'the middle one of' : 'the mean of the middle two of';
  const reference = row.reference[field];
  return text`The reference ${field} of ${venue} is ${middle} ${count(peers)}: ${result(reference, formatPrice, 'none')} ${currency}. The dispersion of its peers’ closes is ${figure(row.dispersion, formatPrice, 'none')} ${currency}.${withVenueItself(venue, reference, withItself)}`;
}

function withVenueItself(venue: string, reference: number | null, withItself: number | null): RichText {
  if (withItself === null || reference === null || withItself === reference) return '';
  return text` With ${venue} included, the median would be ${figure(withItself, formatPrice, '')}, ${distance(withItself / reference - 1)} ${withItself < reference ? 'lower' : 'higher'}: pulled toward the very price it is meant to test.`;
}
