import type { Market } from '../../domain/market';
import { minuteRange, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import { marketText } from '../../words/en/market';
import { rangeText } from '../../words/en/range';
import type { Missing } from '../record/missing';
import { VenueError } from '../venue/errors';
import { bringInTradeArchive } from './bringInTrades';
import type { ArchiveOptions } from './pieceByPiece';
import type { TradeArchive } from './archive';
import { publishedTo } from './pieces';
import { tradeArchiveOf } from './table';

interface TradeRoads {
  readonly archive: ArchiveOptions;
  /** Builds candles of a part from the trades its interface gives; undefined: it gives none of such a market. */
  readonly rest: ((part: MinuteRange) => Promise<readonly Missing[]>) | undefined;
  /** Called with a line about an archive that did not deliver what it should hold. */
  readonly note: (line: string) => void;
}

/** What of the range its archive did not give. It publishes whole days, so that today's is not asked for. */
async function leftByArchive(
  archive: TradeArchive,
  market: Market,
  range: MinuteRange,
  { archive: options, note }: TradeRoads,
): Promise<readonly MinuteRange[]> {
  const published = Math.min(range.to, publishedTo(archive, options.now())) as Minute;
  if (published <= range.from) return [range];
  const past = minuteRange(range.from, published);
  try {
    const missing = await bringInTradeArchive(archive, market, past, options);
    for (const { range: part, cause, unanswered, isStopped } of missing) {
      // What is in quarantine has no outcome of its own.
      const isFault = unanswered === undefined ? isStopped !== true : unanswered.outcome === 'failed';
      if (part !== undefined && isFault)
        note(archiveWords.tradesInstead(`${marketText(market)}, ${rangeText(part)}`, cause));
    }
    return union([
      ...missing.flatMap(({ range: part }) => part ?? []),
      ...(published < range.to ? [minuteRange(published, range.to)] : []),
    ]);
  } catch (error) {
    if (!(error instanceof VenueError) || options.signal?.aborted === true) throw error;
    note(archiveWords.tradesInstead(`${marketText(market)}, ${rangeText(past)}`, archiveWords.noTrades(error.message)));
    return options.again === true
      ? [range]
      : subtract(range, await options.ledger.answered(market, options.source, range));
  }
}

/**
 * Builds candles from trades: from the venue's archive of them where there is one, and from its own trades what that lacks. Gives
 * what could not be had by either.
 */
export async function bringInTradesArchiveFirst(
  market: Market,
  range: MinuteRange,
  roads: TradeRoads,
): Promise<readonly Missing[]> {
  const archive = tradeArchiveOf(market);
  const { rest } = roads;
  if (rest === undefined)
    return archive === undefined ? [] : bringInTradeArchive(archive, market, range, roads.archive);
  const left = archive === undefined ? [range] : await leftByArchive(archive, market, range, roads);
  const missing: Missing[] = [];
  for (const part of left) missing.push(...(await rest(part)));
  return missing;
}
