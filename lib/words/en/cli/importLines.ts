import type { MinuteRange } from '../../../domain/minute';
import { count } from '../numbers';
import { rangeText } from '../range';
import { plural } from './lines';

/** What an import says: of files that `candles` wrote, and of a dry run. */

interface Counts {
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
}

/** "3 markets and sources": what a file of ours holds. */
export const marketsAndSources = (markets: number): string =>
  plural(markets, 'market and source', 'markets and sources');

/** The same in JSON, where scripts may compare it: always in the plural. */
export const storedMarkets = (markets: number): string => `${String(markets)} markets and sources`;

/** One line, of a file that `candles` wrote. */
export const ownFileImported = (
  of: Counts & {
    readonly file: string;
    readonly rows: number;
    readonly markets: number;
    readonly candles: number;
    readonly range: MinuteRange;
  },
): string => {
  const changed = [
    `${count(of.added)} new`,
    ...(of.unchanged > 0 ? [`${count(of.unchanged)} already stored`] : []),
    ...(of.revised > 0 ? [`${count(of.revised)} revised`] : []),
  ];
  return `${of.file}: ${plural(of.rows, 'minute')} of ${marketsAndSources(of.markets)}, ${plural(of.candles, 'candle')} (${changed.join(', ')}), ${rangeText(of.range)}`;
};

export const DRY_RUN = 'dry run: nothing was stored';

/** What importing a file would do; `listed`: how many of the quarantined rows follow. */
export const trialLine = (
  of: Counts & {
    readonly file: string;
    readonly label: string;
    readonly range: MinuteRange;
    readonly quarantined: number;
    readonly listed: number;
  },
): string =>
  [
    `${of.file}: ${of.label}, ${rangeText(of.range)}: ${plural(of.added, 'candle')} would be added`,
    `${count(of.unchanged)} already stored`,
    `${plural(of.revised, 'minute differs', 'minutes differ')} from the stored data and would be revisions`,
    `${plural(of.quarantined, 'row')} would go to quarantine${of.quarantined > of.listed ? ` (the first ${count(of.listed)} follow)` : ''}`,
  ].join(', ');

/** How a file is read, in clauses. */
export const readLine = (clauses: readonly string[]): string => `  ${clauses.join('; ')}`;

/** A value of a row as it is understood; NaN: the file does not say. */
const figure = (name: string, value: number): string => `${name} ${Number.isNaN(value) ? 'unknown' : String(value)}`;

/** A candle as it is understood. */
export const shownCandle = (row: {
  readonly line: number;
  /** `2025-10-10T21:20Z` */
  readonly minute: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly baseVolume: number;
  readonly quoteVolume: number;
  readonly trades: number;
}): string =>
  `  line ${String(row.line)}: ${row.minute}, ${[
    figure('open', row.open),
    figure('high', row.high),
    figure('low', row.low),
    figure('close', row.close),
    figure('base volume', row.baseVolume),
    figure('quote volume', row.quoteVolume),
    figure('trades', row.trades),
  ].join(', ')}`;

/** A trade as it is understood. */
export const shownTrade = (row: {
  readonly line: number;
  /** `2025-10-10T21:20:01.500Z` */
  readonly time: string;
  readonly price: number;
  readonly amount: number;
}): string => `  line ${String(row.line)}: ${row.time}, ${figure('price', row.price)}, ${figure('amount', row.amount)}`;

export const quarantinedLine = (row: string, reason: string): string => `  ${row}: ${reason}`;
export const worstDifference = (difference: string): string => `largest difference: ${difference}`;
