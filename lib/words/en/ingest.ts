import { ASKED_QUOTES } from '../../domain/askedBooks';
import type { Asset, Kind, Road, Venue } from '../../domain/market';
import { formatMinute, type Minute, type MinuteRange } from '../../domain/minute';
import type { Timeframe } from '../../domain/timeframe';
import { formatDuration } from './numbers';
import { rangeText } from './range';
import { anyOf } from './spelled';
import { venueList, venueName } from './venues';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const minutes = (count: number): string => counted(count, 'minute', 'minutes');

/** Why minutes without a row are not known to be without a trade. */
type Silent = 'fills' | 'lacks-rows' | 'no-rows-around' | 'no-answer';

const SILENT: Readonly<Record<Silent, string>> = {
  fills: 'answered without a row, although the venue sends one for every minute, traded or not',
  'lacks-rows': 'answered without rows that it had sent before, so the silence proves nothing',
  'no-rows-around': 'answered without a row, and no row before and after shows that nothing was traded',
  'no-answer': 'answered without a row at first and with other minutes when asked again',
};

/** The causes of gaps. */
export const gapWords = {
  stopped: 'stopped before this part was requested',
  shortHistory: (depthMinutes: number): string => `its candle history covers only the last ${minutes(depthMinutes)}`,
  shortTrades: (depthMinutes: number): string => `its trades cover only the last ${minutes(depthMinutes)}`,
  open: "not closed yet by the venue's clock",
  unsettled: 'not settled by the venue yet',
  nothingRecorded: (problem: string): string => `${problem}, so nothing was recorded`,
  nothingBuilt: (problem: string): string => `${problem}, so no candle was built from there on`,
  noEarlierTrade: 'its trades begin after, and no earlier one shows that nothing was traded',
  noLaterTrade: 'its trades end before, and no later one shows that nothing was traded',
  unproven: 'its first reply with trades may have been cut there, so no candle was built',
  silent: (cause: Silent): string => SILENT[cause],
  notYetListed: (listed: Minute): string => `the venue lists the market since ${formatMinute(listed)}`,
  unreadableTime: 'a row whose time cannot be read may belong here',
  quarantined: (rows: number, reason: string): string =>
    `${counted(rows, 'row is not a valid candle and was', 'rows are not valid candles and were')} quarantined (${reason})`,
  quarantinedTrades: (rows: number, reason: string): string =>
    `${counted(rows, 'trade was', 'trades were')} quarantined (${reason}), so a minute with one has no candle`,
  notListed: 'the venue does not list it now',
  askedSeveralTimes: (cause: string): string => `${cause} (requested several times)`,
  rounds: (rounds: number): string => `not answered in ${String(rounds)} rounds`,
  marketList: (cause: string): string => `could not load markets: ${cause}`,
  failures: (markets: number, cause: string): string =>
    `${String(markets)} markets in a row failed, the last: ${cause}`,
};

/** What is said of longer candles (5m, 15m, 1h, 1d) beside what is said of minutes. */
export const longerWords = {
  gap: (timeframe: Timeframe, cause: string): string => `${timeframe} candles: ${cause}`,
  quarantined: (timeframe: Timeframe, reason: string): string => `${timeframe} candle: ${reason}`,
  notServed: (venue: Venue, timeframes: readonly Timeframe[]): string =>
    `${venueName(venue)}: has no ${timeframes.join(', ')} candles`,
  otherDay: (venue: Venue): string =>
    `${venueName(venue)}: its day is not known to begin at 00:00 UTC, so 1d candles were not requested`,
  recorded: ({ added, unchanged, revised }: LongerCounts): string =>
    [
      `${counted(added, 'longer candle', 'longer candles')} recorded`,
      ...(unchanged > 0 ? [`${unchanged.toLocaleString('en')} identical`] : []),
      ...(revised > 0 ? [`${revised.toLocaleString('en')} revised`] : []),
    ].join(', '),
};

interface LongerCounts {
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
}

/** What a venue's progress says beside its state; may be empty. */
export const progressNotes = {
  askingAgain: (cause: string, waitMs: number): string =>
    `${cause}; next request in ${String(Math.ceil(waitMs / 1_000))} s`,
  leftForLater: (cause: string): string => `${cause}; next request when the other venues are done`,
  gaps: (lacking: number): string => `${minutes(lacking)} not served`,
  markets: (own: number, needed: number): string =>
    `${counted(own, 'market', 'markets')} of the assets${needed === 0 ? '' : `, ${needed.toLocaleString('en')} more for comparison in USD`}`,
  notListed: (assets: readonly Asset[]): string => (assets.length === 0 ? '' : `does not list ${assets.join(', ')}`),
};

const ROADS: Readonly<Record<Exclude<Road, 'file'>, string>> = {
  rest: 'candle API',
  archive: 'archive',
  trades: 'trades',
  ui: 'display candles',
};

const KINDS: Readonly<Record<Kind, string>> = { spot: 'spot', perp: 'perpetual', mark: 'mark', index: 'index' };

/** Lines for whoever runs an ingest. */
export const ingestNotes = {
  builtFromTrades: (market: string, range: MinuteRange, depthMinutes: number): string =>
    `${market}, ${rangeText(range)}: ${gapWords.shortHistory(depthMinutes)}; built from its trades instead`,
  /** `minutes`: the venues' clocks ahead of ours; negative: behind. */
  clockOff: (minutes: number, venues: readonly Venue[]): string =>
    `this machine’s clock is ${formatDuration(Math.abs(minutes))} ${minutes > 0 ? 'behind' : 'ahead of'} that of ${venueList(venues)}; set it by NTP. No candle is wrong by it: one is closed by its venue’s clock`,
  noSuchRoad: (venue: Venue, road: Exclude<Road, 'file'>): string =>
    `${venueName(venue)}: no candles from source ${road} (${ROADS[road]}) here`,
  noSuchKinds: (venue: Venue, kinds: readonly Kind[]): string =>
    `${venueName(venue)}: has no ${kinds.map((kind) => KINDS[kind]).join(', ')} markets`,
  listedNowhere: (asset: Asset, venues: readonly Venue[], mend: string): string =>
    `${asset}: not listed against ${anyOf(ASKED_QUOTES)} on ${venueList(venues)}; ${mend}`,
};

/** One line of something that is missing: venue, markets, range, cause, mend. `range` undefined: all that was asked. */
export const gapLine = (
  venue: Venue,
  pairs: readonly string[],
  range: MinuteRange | undefined,
  cause: string,
  mend: string,
): string =>
  `${venueName(venue)}${pairs.length === 0 ? '' : ` ${pairs.join(', ')}`}${range === undefined ? '' : `, ${rangeText(range)}`}: ${cause}; ${mend}`;

interface IngestCounts {
  readonly venues: number;
  readonly markets: number;
  readonly candles: number;
  readonly answeredMinutes: number;
  /** undefined: none were asked for. */
  readonly longer?: LongerCounts | undefined;
  readonly off: readonly { readonly venue: Venue; readonly state: 'refused' | 'failed' }[];
  readonly gaps: number;
  /** By the user, before it was done. */
  readonly isStopped: boolean;
}

/** `8 venues, 113 markets, 123,456 candles recorded, 130,000 minutes answered in all, 2 gaps`. */
export const ingestSummary = ({
  venues,
  markets,
  candles,
  answeredMinutes,
  longer,
  off,
  gaps,
  isStopped,
}: IngestCounts): string =>
  [
    counted(venues, 'venue', 'venues'),
    counted(markets, 'market', 'markets'),
    `${counted(candles, 'candle', 'candles')} recorded`,
    `${minutes(answeredMinutes)} answered in all`,
    ...(longer === undefined ? [] : [longerWords.recorded(longer)]),
    ...off.map(({ venue, state }) => `${venueName(venue)} ${state}`),
    ...(gaps > 0 ? [counted(gaps, 'gap', 'gaps')] : []),
    ...(isStopped ? ['stopped; the next run continues from here'] : []),
  ].join(', ');
