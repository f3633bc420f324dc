import { epochMs, minuteAt, minuteRange, plus, type MinuteRange } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import type { TradeColumn } from '../files/rowShape';
import type { Layout } from './layout';
import { TradeReader, type Skip, type TradeFile } from './tradeRows';

/** What one reading of a file of trades to its end showed. */
export interface TradeSurvey {
  readonly layout: Layout<TradeColumn>;
  /** From its first trade's minute to its last's. */
  readonly span: MinuteRange;
  /** Its first and its last minute where they may be cut: the file begins late, or ends early. */
  readonly edges: readonly MinuteRange[];
  readonly skips: readonly Skip[];
}

/**
 * Reads a file once to its end, or gives its fault. Its first minute is whole where the file holds its piece from the beginning: the
 * silence before its first trade is then no longer than the longest between two of its trades. A longer one shows a file that begins
 * within its piece, and perhaps within that minute; the same at its end. Throws as `TradeReader.rows` does.
 */
export async function surveyOf(file: TradeFile, piece: MinuteRange): Promise<TradeSurvey | string> {
  const reader = new TradeReader(file);
  let first: number | undefined;
  let last = -Infinity;
  let longest = 0;
  for await (const rows of reader.rows()) {
    for (const { ms } of rows) {
      first = Math.min(first ?? ms, ms);
      if (last !== -Infinity) longest = Math.max(longest, ms - last);
      last = Math.max(last, ms);
    }
  }
  const { layout, skips } = reader;
  if (layout === undefined || first === undefined) return archiveWords.noRow;
  const span = minuteRange(minuteAt(first), plus(minuteAt(last), 1));
  const edges: MinuteRange[] = [];
  if (span.from > piece.from && first - epochMs(piece.from) > longest)
    edges.push(minuteRange(span.from, plus(span.from, 1)));
  if (span.to < piece.to && epochMs(piece.to) - last > longest) edges.push(minuteRange(plus(span.to, -1), span.to));
  return { layout, span, edges, skips };
}
