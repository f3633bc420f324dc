import { cells } from './cells';
import { amount, formatDuration, unbroken, utc } from './numbers';
import { venueList } from './venues';
import { strong, text, type RichText } from '../richText';

/** "2025-10-10 20:00 to 2025-10-11 00:00 UTC, 4 h", of ISO minutes. */
const windowWords = (from: string, to: string, minutes: number): string =>
  `${utc(from)} to ${utc(to)} UTC, ${formatDuration(minutes)}`;

export const headline = {
  /** Before the analysis is there. */
  waiting: (asset: string): string => `${asset} across exchanges`,
  window: (asset: string, from: string, to: string, minutes: number): RichText =>
    text`${strong(asset)}, ${windowWords(from, to, minutes)}`,
} as const;

export const analysing = {
  text: 'Reading candles and measuring every venue, minute by minute…',
  progress: 'Minutes measured',
} as const;

/** Under the chart's controls: how to use it, and what a zoom offers. `isLong`: the window is drawn in buckets of several minutes. */
export const zoomLine = {
  everyMinute: 'The tables and the headline use every minute.',
  hint: (isLong: boolean): string =>
    isLong
      ? 'Zoom in and a finer chart loads by itself; choose a place to open the most extreme minute there.'
      : 'Choose a minute in the chart to see every venue’s candle.',
  /** With a mouse and keys, and with fingers alone. */
  zoomByMouse:
    'Zoom with the slider below the chart, by pinching, or with Ctrl and the mouse wheel; once the chart has the focus, the wheel alone, + and − zoom.',
  zoomByFinger: 'Zoom with the slider below the chart, or by pinching.',
  zoomed: (from: string, to: string, minutes: number): string => `Zoomed to ${windowWords(from, to, minutes)}.`,
  open: (isLong: boolean): string => (isLong ? 'Open this window' : 'Link to this window'),
  finer: 'It opens in finer steps; Back returns here.',
} as const;

/** What stands below the charts, one at a time. */
export const analysisTabs = {
  label: 'Details',
  episodes: (count: number): string => `Episodes (${String(count)})`,
  venues: 'Venues',
  falls: 'Falls',
  markets: 'Markets',
  provenance: 'Sources',
} as const;

export const provenance = {
  title: 'Where these numbers come from',
  reference: 'Reference',
  method: 'Method',
  version: (method: number): string => `version ${String(method)}`,
  digest: 'Digest',
  digestHint: 'The same data and parameters give this digest on any machine.',
  data: 'Data',
  coverage: 'requests and answers by day',
  revisions: 'revisions and source differences',
  files: 'As a file',
  exhibit: 'As an exhibit',
  cite: 'Cite as',
  filesHint: 'This view in another format, with the same figures: the address is the same but for its ending.',
} as const;

export const falls = {
  title: 'The market’s fall and each venue’s',
  label: 'Falls',
  /** `market`: the market's own fall as percent with its sign; undefined where it was not measured. */
  lead: (market: string | undefined): string =>
    unbroken(
      `From the first minutes of the window to the lowest low. ${
        market === undefined
          ? 'The market’s own fall could not be measured in this window.'
          : `The market, taken as the median of all venues’ spot prices, moved ${market}; a venue’s excess is its difference from that.`
      }`,
    ),
  venue: 'Venue',
  fall: 'Fall',
  bar: 'Fall as a bar; the line marks the market',
  excess: 'Excess over\nthe market',
  market: 'The market',
  /** In the market's own row, under its excess over itself. */
  itself: 'not applicable',
  /** Of a difference of two percentages: "−75.87 %" becomes "−75.87 points". */
  points: (percent: string): string => percent.replace('%', 'points'),
} as const;

export const marketsTable = {
  title: 'Markets used',
  label: 'Markets',
  lead: '“No trade”: the venue answered and nothing traded. “Not fetched”: the minute was not requested. “Set aside”: what the source sent could not be used. None is ever filled in, and they are never mixed. A rate to USD is measured from legs in the same minute, without those of the venue itself.',
  venue: 'Venue',
  market: 'Market',
  source: 'Source',
  traded: 'Traded, min',
  noTrade: 'No trade, min',
  notFetched: 'Not fetched, min',
  moved: 'Volume 0, prices moved, min',
  setAside: 'Set aside, min',
  leftOut: 'Left out, min',
  uncertainty: 'Uncertainty',
  uncertaintyHint: 'Uncertainty of the median minute’s rate',
  legs: 'Legs',
  legsHint: 'Of the median minute, and the venues they came from',
  rate: 'Rate to USD',
  medianRate: 'Median rate',
  minutesByRule: 'Minutes by rule',
  otherSources: 'Also available',
  /** "5: Coinbase, Kraken and OKX"; the legs of the median minute, a half of a leg where it lies between two. */
  legsOf: (legs: number | null, venues: readonly string[]): string =>
    legs === null || venues.length === 0 ? cells.none : `${amount(legs)}: ${venueList(venues)}`,
  /** "ATOM/USDC from 2025-10-11 00:00": a book that stood for the venue in a part of the window. */
  book: (market: string, from: string): string => `${market} from ${utc(from)}`,
  rawQuotes: 'raw quotes compared',
  noneApplied: 'none applied',
} as const;
