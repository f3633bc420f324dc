import type { MissingReason } from '../../../api/hole';
import type { MethodExample } from '../../../api/method';
import { figure, text, type Block, type RichText } from '../../richText';
import { count, utc } from '../numbers';
import { venueName } from '../venues';

/** Section 1: each word with its meaning. */
export const TERMS: readonly { readonly term: string; readonly meaning: string }[] = [
  { term: 'venue', meaning: `An exchange, such as ${venueName('binance')} or ${venueName('coinbase')}.` },
  {
    term: 'market',
    meaning:
      'One pair traded on one venue. It has a base, a quote and a kind: spot, perp (a perpetual contract), mark or index. Only spot markets count toward a reference.',
  },
  { term: 'asset', meaning: 'What is compared across venues, such as ATOM or WBETH.' },
  {
    term: 'minute',
    meaning:
      'A whole minute in UTC, named by the time at which it begins. Every range is half-open: it includes its first minute and excludes its end.',
  },
  {
    term: 'candle',
    meaning:
      'The open, high, low and close of one minute, in quote per base; the base volume; and, where the venue gives them, the quote volume and the number of trades.',
  },
  {
    term: 'source',
    meaning: `Where a candle came from: the venue’s API, its official archive, its trades, an imported file, or ${venueName('binance')}’s display klines. One source is never substituted for another.`,
  },
  {
    term: 'observation',
    meaning:
      'One candle as one source gave it at one time. If the source later gives something else, that is a second observation, called a revision. The first one is kept.',
  },
  {
    term: 'longer candle',
    meaning:
      'A venue’s own candle of five or fifteen minutes, an hour or a day, stored separately from the minutes. If it does not match its minutes, that is a disagreement of timeframes.',
  },
  {
    term: 'traded minute',
    meaning:
      'A minute with a volume or a number of trades above 0. A row of a file without any volume is a traded minute of unknown volume.',
  },
  {
    term: 'rate',
    meaning: 'USD per one unit of a quote in one minute, as the books of one venue are converted (section 2).',
  },
  {
    term: 'leg',
    meaning: 'What one book of one venue says that one unit of a quote is worth in USD. Rates rest on legs.',
  },
  {
    term: 'uncertainty',
    meaning: 'How far a rate may be off, as a share of it, and through the rates how far a deviation may be off.',
  },
  {
    term: 'peers of a venue',
    meaning:
      'The other venues with a traded spot minute whose price can be converted to USD. Each takes part with one market.',
  },
  { term: 'deviation', meaning: 'Price ÷ reference − 1. A deviation of −0.9994 is 99.94 % below the reference.' },
  {
    term: 'measured minute',
    meaning: 'A minute with a deviation. Every other minute is missing, for a stated reason.',
  },
];

export const TRADED = {
  label: 'a minute is traded when its volume or its number of trades is above 0',
  or: 'or',
  inMinute: 'in minute',
} as const;

export const MISSING = {
  heading: 'Seven reasons for a missing minute',
  rule: [
    'A minute without a deviation always says why. There are seven reasons. They are different facts, and every table, chart and file keeps them apart.',
  ],
  why: [
    'No price is carried forward, interpolated or filled in, and no number stands for a gap. An exchange’s last price from some minutes ago, compared with a market that has moved since, would be an invented deviation. In a crash, the most dramatic numbers would be prices at which nobody traded.',
  ],
} as const satisfies { readonly heading: string; readonly rule: readonly Block[]; readonly why: readonly Block[] };

export const MISSING_MEANINGS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': 'The minute was not requested, or the request failed. Nothing is known about it.',
  'no-trade':
    'The venue answered that nothing was traded. A row with zero volume and one price throughout means the same as no row.',
  moved:
    'The venue gave a row with zero volume whose prices are not all equal. Whether there was a trade is not known, so it takes no part. Its prices are shown.',
  'set-aside':
    'The source sent something for this minute that could not be used: a row whose figures contradict one another, or trades of which some could not be read or are outside the file. It is kept and shown separately.',
  'no-rate': 'There was a trade, but its quote could not be converted to USD in that minute (section 2).',
  'too-few-peers': 'There was a trade, but fewer other venues than a reference needs (section 3).',
  'left-out':
    'Every book of the venue is left out on that UTC day, as another book’s second name or as a suspected namesake (section 2).',
};

export const MISSING_TABLE = {
  label: 'Missing minutes by reason',
  reason: 'Reason',
  meaning: 'Meaning',
  minutes: 'Minutes',
  first: 'First',
} as const;

/** "In all markets together, 1,912 minutes are measured. The others are missing, for these reasons:" */
export const measuredMinutes = (minutes: number): RichText =>
  text`In all markets together, ${figure(minutes, count, '')} minutes are measured. The others are missing:`;

/** The first missing minute of a kind: "Gate 2025-10-10 20:00". */
export const firstMissing = ({ venue, minute }: NonNullable<MethodExample['missing'][number]['first']>): string =>
  `${venueName(venue)} ${utc(minute)}`;
