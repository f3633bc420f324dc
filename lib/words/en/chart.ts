import type { WrittenCertainty } from '../../domain/episode';
import { certaintyClause } from './certainty';
import type { Reference } from '../../domain/reference';
import { axisPrice, count, formatDuration, formatPrice, formatRatio, labelPrice, plusMinus } from './numbers';
import { venueName } from './venues';

/** What the rows of a long window are. A hole shorter than a bucket is not among them, which has to be said. */
export const extremesWords = (resolutionMinutes: number): string =>
  `drawn from the extremes of every ${count(resolutionMinutes)} minutes; no minute’s extreme is left out; shorter gaps do not show`;

/** The captions of the three panes, and what stands beside them in smaller type. */
export const chartCaptions = {
  /** `axis`: a logarithmic one, or the price a linear one begins at. */
  price: (currency: string, axis: 'log' | number): string =>
    `Price, ${currency}${axis === 'log' ? ', log scale' : axis > 0 ? `, axis from ${axisPrice(Number(axis.toPrecision(3)))}` : ''}`,
  priceAside: (others: number, resolutionMinutes: number): string =>
    [
      ...(others > 0 ? [`grey: ${chartNames.others(others)}`] : []),
      ...(resolutionMinutes === 1 ? [] : [extremesWords(resolutionMinutes)]),
    ].join('; '),
  noData: 'no data for this window',
  deviation: (reference: string): string => `Deviation from ${reference}`,
  deviationAside: (hasOthers: boolean): string =>
    `lows below, highs above${hasOthers ? '; grey: the others' : ''}; hatched: the rate’s uncertainty`,
  strip: (resolutionMinutes: number): string =>
    resolutionMinutes === 1
      ? 'Furthest deviation, minute by minute'
      : `Furthest deviation in every ${formatDuration(resolutionMinutes)}`,
  stripAside: (someWithin: boolean): string =>
    someWithin ? 'framed: episodes; dashed: within the rate’s uncertainty' : 'framed: episodes',
} as const;

/** What is drawn, in the fewest words. */
export const chartNames = {
  others: (venues: number): string =>
    venues === 1 ? 'the other venue, low to high' : `${count(venues)} other venues, lowest to highest`,
  bloc: (quote: string): string => `${quote} median`,
  /** What a price is compared with, in front of its figure. */
  reference: (reference: Reference): string => {
    switch (reference.kind) {
      case 'others':
      case 'vwm':
        return 'others';
      case 'all':
        return 'all venues';
      case 'wrapped':
        return 'underlying × ratio';
      case 'peg':
        return 'peg';
      case 'venue':
        return venueName(reference.venue);
    }
  },
} as const;

/** The line of the reference in a legend: of each venue, second beside the market’s, or one for all. */
export const referenceLegend = {
  ofEach: (reference: string, series: string): string => `${reference} for ${series}`,
  second: (reference: string): string => reference,
  ofAll: (reference: string): string => `${reference} (reference)`,
} as const;

/** The heads of the table at the crosshair, of a minute and of a long window’s bucket. */
export const tooltipHeads = {
  minute: (currency: string, reference: string): readonly string[] => [
    '',
    `low – high, ${currency}`,
    'close',
    `${reference}, low – high`,
    'low deviation',
    'high deviation',
    'uncertainty',
    'peers',
    'rate',
  ],
  bucket: (currency: string): readonly string[] => [
    '',
    `lowest low, ${currency}`,
    'highest high',
    'lowest low deviation',
    'at',
    'highest high deviation',
    'at',
  ],
} as const;

export const tooltipWords = {
  /** `time`: "2025-10-10 21:20"; `zone`: the name of the clock that shows it. */
  minute: (time: string, zone: string): string => `${time} ${zone}`,
  bucket: (time: string, zone: string, minutes: number): string =>
    `${time} ${zone}, extremes of ${formatDuration(minutes)}`,
  /** Why the reference venue has no deviation of its own. */
  referenceVenue: 'the reference venue',
  simulated: (title: string): string => `SIMULATED · ${title}`,
  /** Of a deviation; NaN: unknown. */
  uncertainty: (uncertainty: number, isWeak: boolean): string =>
    `${Number.isNaN(uncertainty) ? 'unknown' : plusMinus(uncertainty)}${isWeak ? ', weak rate' : ''}`,
  rate: (rate: string, rule: string): string => `${rate}, ${rule}`,
  /** Of each column, over the venues with a price there. */
  median: (venues: number): string => `median of ${count(venues)} venues`,
  /** Venues without a row of their own; `unmeasured` of them have no deviation there. */
  more: (venues: number, unmeasured: number): string =>
    `+ ${count(venues)} more${unmeasured === 0 ? '' : `, ${unmeasured === venues ? 'none with' : `${count(unmeasured)} without`} a deviation`}`,
} as const;

/** Inside the panes of a picture, where they apply. */
export const chartStamps = {
  within: 'WITHIN THE RATE’S UNCERTAINTY',
  parity: 'ASSUMED PARITY',
  fewPeers: 'FEW PEERS',
} as const;

/** What is said of how sure a peak is. */
interface PeakCertainty {
  readonly certainty: WrittenCertainty;
  readonly uncertaintyAtPeak: number | null;
}

/** Behind a peak: nothing where it is certain. */
function peakCaveat({ certainty, uncertaintyAtPeak }: PeakCertainty): string {
  switch (certainty) {
    case 'certain':
      return '';
    case 'weak':
      return ', on a weak rate';
    case 'within-rate':
      return uncertaintyAtPeak === null ? ', uncertainty unknown' : `, within ${plusMinus(uncertaintyAtPeak)}`;
  }
}

/** An episode’s names on the chart: at its price, at what that is compared with, and at its deviation. */
export const peakLabel = {
  price: (venue: string, price: number): string => `${venue} ${labelPrice(price)}`,
  reference: (name: string, price: number): string => `${name} ${labelPrice(price)}`,
  ratio: (ratio: number, minutes: number, certainty: PeakCertainty): string =>
    `${formatRatio(ratio)}, ${formatDuration(minutes)}${peakCaveat(certainty)}`,
} as const;

/** What a chart shows, for those who do not see it. */
export interface ChartFacts {
  readonly simulated: boolean;
  readonly currency: string;
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly resolutionMinutes: number;
  readonly series: readonly string[];
  /** Of the series in front. */
  readonly deepest:
    | {
        readonly series: string;
        readonly minute: string;
        readonly price: number;
        readonly peak: number;
        readonly certainty: WrittenCertainty;
      }
    | undefined;
}

export function chartDescription(facts: ChartFacts): string {
  const { currency, deepest } = facts;
  const parts = [
    `${facts.simulated ? 'SIMULATED. ' : ''}Prices in ${currency} and deviations from ${facts.reference} per minute from ${facts.from} to ${facts.to} (UTC)`,
    ...(facts.resolutionMinutes === 1 ? [] : [extremesWords(facts.resolutionMinutes)]),
    facts.series.length === 0 ? 'no data' : `venues: ${facts.series.join(', ')}`,
    deepest === undefined
      ? 'no episode of the highlighted venue'
      : `deepest: ${deepest.series} at ${deepest.minute}, ${formatPrice(deepest.price)} ${currency}, ${formatRatio(deepest.peak)}${certaintyClause(deepest.certainty)}`,
  ];
  return `${parts.join('; ')}.`;
}
