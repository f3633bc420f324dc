import { isSimulated, simulatedSource, type Market, type Road, type Source } from '../../domain/market';
import { minuteRange, minutesIn, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Timeframe } from '../../domain/timeframe';
import { tradeArchiveOf } from '../archive/table';
import { servesTrades, type Capability } from '../venues/capability';

/** The roads an ingester travels; files are imported. */
export type IngestRoad = Exclude<Road, 'file'>;
export const INGEST_ROADS = ['rest', 'archive', 'trades', 'ui'] as const satisfies readonly IngestRoad[];

/** One range of one market by one road. */
export interface Job {
  readonly market: Market;
  readonly road: IngestRoad;
  readonly range: MinuteRange;
  /** Its longer candles; undefined: its minutes. */
  readonly timeframe?: Timeframe;
  /** Asked before in this run, when no row came: what stays silent now is missing. */
  readonly isLate?: true;
}

/** The source under which candles of a road are stored: the exchange's, or the simulator's. */
export const sourceOf = (request: { readonly source: Source }, road: IngestRoad): Source =>
  isSimulated(request.source) ? simulatedSource(road) : road;

/** Whether a venue serves a market by a road; trades by its interface or by an archive. Which archives of candles there are is known to the archives. */
export function serves(capability: Capability, market: Pick<Market, 'venue' | 'kind'>, road: IngestRoad): boolean {
  switch (road) {
    case 'rest':
    case 'archive':
      return true;
    case 'trades':
      return servesTrades(capability, market.kind) || tradeArchiveOf(market) !== undefined;
    case 'ui':
      return capability.display !== undefined && market.kind === 'spot';
  }
}

/** A range in parts of at most so many minutes. */
function partsOf(range: MinuteRange, minutes: number): readonly MinuteRange[] {
  return Array.from({ length: Math.ceil(minutesIn(range) / minutes) }, (_, i) =>
    minuteRange((range.from + i * minutes) as Minute, Math.min(range.to, range.from + (i + 1) * minutes) as Minute),
  );
}

/** What of an ingest's request makes its jobs. */
interface JobsRequest {
  readonly windows: readonly MinuteRange[];
  readonly roads?: readonly IngestRoad[];
  readonly parts?: readonly Job[];
}

/** The longer candles that are asked for after the minutes: one job for each stretch of windows that touch. */
export const longerJobsOf = (
  {
    windows,
    timeframes = [],
  }: { readonly windows: readonly MinuteRange[]; readonly timeframes?: readonly Timeframe[] },
  served: readonly Timeframe[],
  markets: readonly Market[],
): readonly Job[] =>
  markets.flatMap((market) =>
    timeframes
      .filter((timeframe) => served.includes(timeframe))
      .flatMap((timeframe) => union(windows).map((range): Job => ({ market, road: 'rest', range, timeframe }))),
  );

/** The minutes that are to be asked of a venue, in order: the first window of every market before any second one. */
export function jobsOf(
  request: JobsRequest,
  capability: Capability,
  markets: readonly Market[],
  partMinutes = Infinity,
): readonly Job[] {
  const whole: readonly Job[] =
    request.parts?.filter(({ market }) => markets.includes(market)) ??
    request.windows.flatMap((range) =>
      markets.flatMap((market) => (request.roads ?? ['rest']).map((road) => ({ market, road, range }))),
    );
  return whole
    .filter(({ market, road }) => serves(capability, market, road))
    .flatMap((job) =>
      Number.isFinite(partMinutes) ? partsOf(job.range, partMinutes).map((range) => ({ ...job, range })) : [job],
    );
}
