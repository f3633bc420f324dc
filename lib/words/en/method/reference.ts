import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS, MAD_TO_SIGMA, QUOTE_ORDER, STRONG_PEERS } from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { MethodExample } from '../../../api/method';
import type { MinuteVenue } from '../../../api/minute';
import { code, em, figure, link, text, variable, type Block, type RichText } from '../../richText';
import { count, distance, formatPrice } from '../numbers';
import { venueName } from '../venues';
import { unmeasured } from './example';
import { result } from './figures';

/** The price that a side goes by. */
export type SideField = 'low' | 'high';

/** Section 3. */
export const RULE: readonly Block[] = [
  text`In each minute, a venue ${variable('v')} is compared with the median of the ${em('other')} venues, its peers ${variable('P')}: its low with the median of their lows, its high with that of their highs, its close with that of their closes. The venue itself is left out. The median of an even number of prices is the mean of the middle two.`,
  `Each venue takes part with one market: the one the reader chose; otherwise the first of ${listed(QUOTE_ORDER)} in which it traded in the window; otherwise the one with the largest volume. With fewer than ${spelled(DEFAULT_MIN_PEERS)} peers, the minute is missing: “too few peers”. A reference with ${spelled(DEFAULT_MIN_PEERS)} peers or more is called fair, with ${spelled(STRONG_PEERS)} or more strong. A reader can lower the minimum to ${spelled(LEAST_MIN_PEERS)}; a number that rests on fewer than ${spelled(DEFAULT_MIN_PEERS)} peers is marked weak.`,
  `The dispersion of the peers is shown beside the reference. It is ${String(MAD_TO_SIGMA)} × the median absolute deviation of their closes, and shows how far apart the other venues themselves were.`,
];

export const WHY: readonly Block[] = [
  `With few venues, an outlier pulls an ordinary median toward itself and looks closer than it was. Leaving it out prevents this. The median is used, not the mean, because a single absurd price can move a mean without limit. The minimum is ${spelled(DEFAULT_MIN_PEERS)} peers because with only ${spelled(DEFAULT_MIN_PEERS - 1)}, one bad price makes the other venues look wrong. A tool for evidence must not accuse by arithmetic.`,
  `The factor ${String(MAD_TO_SIGMA)} scales the median absolute deviation so that it estimates the standard deviation of a normal sample. A reference is the price at which most venues traded. It is not a true value: if most venues fell together, the few that did not fall appear above it.`,
];

export const FORMULAS = {
  reference: 'the reference low of v is the median of the lows of its peers',
  dispersion: `the dispersion is ${String(MAD_TO_SIGMA)} times the median distance of the peers’ closes from their median`,
} as const;

/** The references a reader may choose; `section7`: where wrapped and pegged assets are explained. */
export const otherReferences = (section7: string): readonly Block[] => [
  'A reader can choose another reference. Everything computed with it then carries its name:',
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
