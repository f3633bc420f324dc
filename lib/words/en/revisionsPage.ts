import { count, utc } from './numbers';
import { codeOf } from '../typed';

/** Venue and market of a row, and what else stands with them. */
export const revisionHeads = {
  minute: 'Minute, UTC',
  difference: 'Difference',
  market: 'Venue, market',
  marketAndSource: 'Venue, market, source',
} as const;

export const sourcePairs = {
  title: 'Source comparison',
  /** `window`: the one window all were compared over; undefined: each asset over its own. */
  lead: (window: { readonly from: string; readonly to: string } | undefined): string =>
    `Each source of a market, minute by minute, against the source that analyses use${
      window === undefined
        ? ', each asset over its default window'
        : `, from ${utc(window.from)} to ${utc(window.to)} UTC`
    }. Minutes that only one of the two answered are counted but are not differences.`,
  pair: 'First and second source',
  and: 'and',
  compared: 'Compared, min',
  alike: 'Identical',
  priceDiffers: 'Price differs',
  onlyFirstTraded: 'Candle only in the first',
  onlySecondTraded: 'Candle only in the second',
  volumeDiffers: 'Only volume differs',
  onlyFirst: 'Answered only by the first',
  onlySecond: 'Answered only by the second',
  nothingToCompare: 'nothing to compare',
} as const;

export const sourceDifferences = {
  title: 'Minutes where sources differ',
  lead: 'One market, one minute, two sources. The difference is from the first to the second: first the prices furthest apart, then candles that only one source has, then volumes alone. Values are compared exactly, without a tolerance, and shown as received, in the market’s own quote currency.',
  first: 'First source',
  second: 'Second source',
  noSecondSource:
    'Nothing to compare: no market has two sources in these minutes. Where one has, such as Binance’s klines and its archive, every minute that differs is listed here.',
  noCommonMinute: 'Nothing to compare: in these minutes, no two sources of a market answered the same minute.',
  none: 'The sources agree in every minute that both answered.',
} as const;

export const revisedCandles = {
  title: 'Revised candles',
  lead: 'One source gave two different answers for the same minute. Both are stored, and the data as known at any moment remains available.',
  before: 'Before',
  after: 'After',
  firstSeen: (iso: string): string => `first seen ${utc(iso)} UTC`,
  seenAgain: (iso: string): string => `seen again ${utc(iso)} UTC`,
  none: 'No revisions. If a venue later gives a different answer for a minute, both are listed here with the times they were seen.',
} as const;

export const longerCandles = {
  title: 'Longer candles and their minutes',
  lead: 'A venue’s own 5m, 15m, 1h and 1d candles against the same candle built from its one-minute candles: first open, highest high, lowest low, last close, sum of volume. Prices are compared exactly, volumes to one part in 1,000,000,000, and only where the same source answered every minute. A difference shows that one of the two was changed or computed in another way.',
  span: 'Candle, UTC',
  folded: 'From the minutes',
  said: 'As the venue gives it',
  minutes: 'minutes',
  seen: (candle: string, iso: string): string => `${candle}, seen ${utc(iso)} UTC`,
  earlier: 'an earlier answer; the latest one differs from it',
  get notStored(): string {
    return `No longer candles are stored. ${codeOf('ingest --timeframes')} fetches them beside the minutes.`;
  },
  nothingToCompare: 'Nothing to compare: no stored longer candle has all of its minutes.',
  none: 'Every longer candle matches its minutes.',
} as const;

/** Beside a list that is cut. */
export const worstOf = (shown: number, all: number): string => `the largest ${count(shown)} of ${count(all)}`;
export const newestOf = (shown: number, all: number): string => `the newest ${count(shown)} of ${count(all)}`;

export const quarantine = {
  title: 'Quarantine',
  lead: 'Rows that cannot be a candle: a low above the high, a price of 0, a negative volume. They are stored as received and never used.',
  reason: 'Reason',
  seen: 'Seen, UTC',
  row: 'Row as received',
  unreadable: 'unreadable',
  none: 'No quarantined rows. A row that cannot be a candle is listed here as received, with the reason.',
} as const;

/** How far one candle is from another, where there is no ratio. */
export const differenceWords = {
  notInCompared: 'none in these fields',
  oneWithout: 'only one has a candle',
  volumeAlone: 'volume only',
} as const;

/** The page of what sources changed, and where they differ. */
export const revisionsHead = {
  title: (asset: string | undefined): string =>
    asset === undefined ? 'Revisions and source differences' : `${asset}: revisions and source differences`,
  lead: 'Nothing is overwritten here. When a source changes a candle, both versions stay stored. When two sources differ on a minute, or a longer candle does not match its minutes, both stay stored. Rows that cannot be candles are also listed.',
} as const;
