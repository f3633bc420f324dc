import type { Market } from '../../domain/market';
import { epochMs, minuteRange, overlap, subtract, union, type MinuteRange } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import { mend } from '../../words/en/mends';
import { FileRefused } from '../files/refused';
import { knownShape } from '../files/rowShape';
import { TradeRows } from '../files/tradeRows';
import type { Missing } from '../record/missing';
import type { TradeArchive } from './archive';
import { Damaged } from './lines';
import { bringInPieces, type ArchiveOptions, type Fetched, type Stored } from './pieceByPiece';
import { PieceRecorder } from './recorder';
import { Disordered, TradeReader, type TradeFile } from './tradeRows';
import { surveyOf, type TradeSurvey } from './tradeSurvey';

/**
 * Brings in what the ledger has not yet got of a market's range by building candles from the trades in its venue's archive, file
 * by file, recorded day by day. Between a file's first trade and its last a minute without a trade is "no trade"; minutes around an id
 * that is left out stay unknown, and so does what lies before the first and after the last. A file is stored only once it agreed with
 * its checksum, where it has one, and was read to its end. Gives what could not be had. Rejects with a `VenueError` when the archive
 * does not deliver.
 */
export const bringInTradeArchive = (
  archive: TradeArchive,
  market: Market,
  range: MinuteRange,
  options: ArchiveOptions,
): Promise<readonly Missing[]> => bringInPieces(archive, market, range, options, (fetched) => stored(archive, fetched));

const stored = async (archive: TradeArchive, fetched: Fetched): ReturnType<Stored> => {
  const { file, packed, named, piece } = fetched;
  const of: TradeFile = { file, packed, named, archive };
  try {
    const survey = await surveyOf(of, piece.range);
    return typeof survey === 'string' ? survey : await record(of, fetched, survey);
  } catch (error) {
    if (error instanceof Damaged) return archiveWords.damaged(error.message);
    if (error instanceof Disordered || error instanceof FileRefused) return error.message;
    throw error;
  }
};

const NO_VOLUME = { baseVolume: NaN, quoteVolume: NaN } as const;

const NO_PLACE = -1;

async function record(of: TradeFile, fetched: Fetched, survey: TradeSurvey): ReturnType<Stored> {
  const { market, parts, piece, lacking, options } = fetched;
  const { layout, span, skips, edges } = survey;
  const note = (range: MinuteRange, cause: string): void => {
    for (const part of parts) {
      const shared = overlap(range, part);
      if (shared !== undefined) lacking(shared, cause, mend.archived, 'failed');
    }
  };
  for (const { from, to, afterId } of skips) note(minuteRange(from, to), archiveWords.skippedTrades(afterId));
  for (const edge of edges) note(edge, archiveWords.cutMinute);
  const unknown = union([...skips.map(({ from, to }) => minuteRange(from, to)), ...edges]);
  const counted = of.archive.counted(market, options.contract?.(market));
  const recorder = new PieceRecorder(fetched, {
    proven: subtract(span, unknown),
    rowsAnswer: false,
    ...(counted === 'unknown' ? { volume: NO_VOLUME } : {}),
  });
  const rows = new TradeRows({
    path: of.file,
    shape: knownShape({
      width: layout.width,
      // Their order is the file's: ids were checked against it already.
      places: { ...layout.places, id: NO_PLACE },
      time: { unit: of.archive.timeUnit(epochMs(piece.range.from)), zone: 0 },
      volumeUnit: counted === 'unknown' ? { kind: 'base' } : counted,
    }),
    signIsSide: false,
    edges: [],
    recorder,
  });
  for await (const chunk of new TradeReader(of).rows()) await rows.takeAll(chunk.map(({ line }) => line));
  await rows.end();
  await recorder.end();
  return { answered: recorder.answered };
}
