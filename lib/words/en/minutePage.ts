import { code, strong, text, type RichText } from '../richText';
import { clock, dayPart } from './numbers';

export const minuteHead = {
  /** After the asset's name: ", 2025-10-10, 21:20 UTC". */
  when: (iso: string): RichText => text`, ${dayPart(iso)}, ${strong(`${clock(iso)} UTC`)}`,
  loading: 'Loading this minute',
  adjacent: 'Adjacent minutes',
  keys: 'or use the ← and → keys',
  step: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? 'Previous' : 'Next'} minute, ${when} UTC`,
  /** The nearest minute in which some market strayed further than any did here. */
  deeper: 'deeper',
  deeperStep: (sign: 'before' | 'after', when: string): string =>
    `${sign === 'before' ? 'Last deeper minute before' : 'Next deeper minute'}, ${when} UTC`,
  deepest: 'no minute shown is deeper',
  cite: 'Copy citation',
  cited: 'Citation copied',
  plainText: 'text',
  citedAs: (form: string): string => `Copied as ${form}`,
  share: 'Share',
  picture: 'This minute as a picture',
} as const;

export const minuteDeviations = {
  title: (currency: string): string => `Deviation from the reference, ${currency}`,
  lead: 'Low is compared with low, high with high and close with close, so a fall of the whole market does not count against any one venue.',
  label: 'Deviation by venue',
  venue: 'Venue',
  /** Price, reference and deviation of each of the three. */
  prices: {
    low: ['Low', 'Reference low', 'Low deviation'],
    high: ['High', 'Reference high', 'High deviation'],
    close: ['Close', 'Reference close', 'Close deviation'],
  },
  uncertainty: 'Uncertainty',
  uncertaintyHint: 'Uncertainty of its deviations from the rates of the venue and of the others',
  weak: 'weak rate',
  outside: 'Outside all others',
  peers: 'Other venues',
  dispersion: 'Dispersion',
  /** Its prices stayed within the range of all others. */
  within: 'within',
  /** A venue is not compared with itself. */
  isReference: 'the reference venue',
} as const;

export const minuteCandles = {
  title: 'Candles as the venues published them',
  lead: 'Prices in each market’s own quote currency, with every digit received, and the rate used to convert them: the median of its legs over five minutes, without those of the venue itself.',
  label: 'Raw candles by venue',
  heads: {
    venue: 'Venue',
    market: 'Market',
    open: 'Open',
    high: 'High',
    low: 'Low',
    close: 'Close',
    baseVolume: 'Volume, base',
    quoteVolume: 'Volume, quote',
    trades: 'Trades',
    rate: (currency: string): string => `Rate to ${currency}`,
    rule: 'Rate rule',
    legs: 'Legs',
    source: 'Source',
  },
} as const;

export const surroundings = {
  title: 'Before and after',
  lead: 'The marked minute is the one on this page.',
  hint: 'Choose another in the chart to open it.',
} as const;

/** What a paper or a post names so that others find the same figures: the finding, what it rests on, and where it is. */
export const citation = (
  {
    name,
    sentence,
    method,
    digest,
    simulated,
  }: Readonly<{
    name: string;
    sentence: string;
    method: number;
    digest: string;
    simulated: boolean;
  }>,
  address: string,
): string =>
  `${simulated ? 'SIMULATED. ' : ''}${sentence} Plumbline, ${name}, method version ${String(method)}, ${digest}. ${address}`;

export const otherAssets = {
  title: 'Other assets in the same minute',
  lead: 'The assets whose deviation was at or beyond their entry level around this minute, each against its own reference, deepest first.',
  label: 'Other assets in this minute',
  asset: 'Asset',
  venue: 'Venue',
  price: 'Price',
  reference: 'Reference',
  deviation: 'Deviation',
  notMeasured: 'not measured in this minute',
  loading: 'Looking at other assets',
  none: (searched: number): string =>
    searched === 0
      ? 'No other asset has data for this minute.'
      : `None of ${String(searched)} other ${searched === 1 ? 'asset' : 'assets'} with data reached its entry level.`,
  all: 'All episodes of this minute',
} as const;

export const invalidMinute = {
  title: 'This address does not name a valid minute',
  text: text`Write a minute in UTC as ${code('2025-10-10T21:20Z')}: year, month, day, hours 00 to 23, minutes 00 to 59, and Z. The page of a minute has an address like ${code('/ATOM/2025-10-10T21:20Z')}.`,
} as const;
