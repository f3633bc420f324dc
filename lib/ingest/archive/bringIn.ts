import { isComputed, type Market } from '../../domain/market';
import {
  epochMs,
  formatMinute,
  MINUTE_MS,
  minuteAt,
  minuteRange,
  plus,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import { mend } from '../../words/en/mends';
import { CandleRows } from '../files/candleRows';
import { cellsOf } from '../files/cells';
import { knownShape, type CandleColumn } from '../files/rowShape';
import { FileRefused } from '../files/refused';
import { usualVolumeUnit } from '../files/volume';
import type { Missing } from '../record/missing';
import type { Archive } from './archive';
import { layoutIn, misplaced, type Layout } from './layout';
import { Damaged, packedLines } from './lines';
import { bringInPieces, type ArchiveOptions, type Fetched, type Stored } from './pieceByPiece';
import { PieceRecorder } from './recorder';
import { archiveOf, tradeArchiveOf } from './table';
import { timeIn } from './time';

/**
 * Brings in what the ledger has not yet got of a market's range from its venue's official archive, file by file, day by day. A file
 * is stored only after its bytes agreed with its checksum, where it has one. Gives what could not be had. Rejects with a `VenueError`
 * when the archive does not deliver.
 */
export async function bringInArchive(
  market: Market,
  range: MinuteRange,
  options: ArchiveOptions,
): Promise<readonly Missing[]> {
  const archive = archiveOf(market);
  if (archive === undefined)
    return [
      {
        venue: market.venue,
        market,
        range,
        cause: archiveWords.none,
        mend: mend.unarchived(tradeArchiveOf(market) !== undefined),
        unanswered: { source: options.source, outcome: 'not-served' },
      },
    ];
  return bringInPieces(archive, market, range, options, (fetched) => stored(archive, fetched));
}

const COLUMNS: readonly CandleColumn[] = [
  'time',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'quoteVolume',
  'trades',
  'closeTime',
];

const neededOf = ({ volume }: Archive): readonly CandleColumn[] => [
  'time',
  'open',
  'high',
  'low',
  'close',
  ...(volume === 'none' ? [] : (['volume'] as const)),
];

interface Survey {
  readonly layout: Layout<CandleColumn>;
  /** From its first row's minute to its last's; undefined: no row's time can be read. */
  readonly span: MinuteRange | undefined;
  /** Whether the time of any row cannot be read: then any minute without a row may be that row's. */
  readonly hasUnreadable: boolean;
}

/** Reads a file once to its end before anything is stored: a damaged or disordered one must leave nothing behind. Gives its fault. */
async function surveyed(archive: Archive, { named, file, packed }: Fetched): Promise<string | Survey> {
  let layout: Layout<CandleColumn> | undefined;
  let rows = 0;
  let hasUnreadable = false;
  let first: Minute | undefined;
  let newest: Minute | undefined;
  for await (const lines of packedLines(file, packed)) {
    for (const line of lines) {
      const cells = cellsOf(line, file);
      if (layout === undefined) {
        const found = layoutIn(cells, archive, COLUMNS, neededOf(archive));
        if (typeof found === 'string') return found;
        layout = found;
        if (found.hasHeader) continue;
      }
      rows += 1;
      const stray = misplaced(cells, layout, archive, named);
      if (stray !== undefined) return archiveWords.badLine(line.number, stray);
      const ms = timeIn(cells[layout.places.time], archive);
      if (typeof ms === 'string' || ms % MINUTE_MS !== 0) hasUnreadable = true;
      else {
        const at = minuteAt(ms);
        if (newest !== undefined && at < newest) {
          const [later, before] = [at, newest].map((one) => archiveWords.rowOf(formatMinute(one)));
          return archiveWords.badLine(line.number, archiveWords.disordered(later ?? '', before ?? ''));
        }
        first ??= at;
        newest = at;
      }
    }
  }
  if (layout === undefined || rows === 0) return archiveWords.noRow;
  const span = first === undefined || newest === undefined ? undefined : minuteRange(first, plus(newest, 1));
  return { layout, span, hasUnreadable };
}

/**
 * Reads a checked file and records it, a day at a time. Gives the fault of a file that cannot be read, of which nothing is stored, or
 * what it answered: minutes with a row, and where a missing row means that nobody traded, those between its first row and its last.
 */
const stored = async (archive: Archive, fetched: Fetched): ReturnType<Stored> => {
  try {
    const survey = await surveyed(archive, fetched);
    return typeof survey === 'string' ? survey : await record(archive, fetched, survey);
  } catch (error) {
    if (error instanceof Damaged) return archiveWords.damaged(error.message);
    if (error instanceof FileRefused) return error.message;
    throw error;
  }
};

async function record(archive: Archive, fetched: Fetched, { layout, span, hasUnreadable }: Survey): ReturnType<Stored> {
  const { market, file, packed, piece } = fetched;
  const isSilent = archive.absent === 'no-trade' && !hasUnreadable && span !== undefined;
  const recorder = new PieceRecorder(fetched, { proven: isSilent ? [span] : [], rowsAnswer: true });
  const rows = new CandleRows({
    path: file,
    shape: knownShape({
      ...layout,
      time: { unit: archive.timeUnit(epochMs(piece.range.from)), zone: 0 },
      volumeUnit: archive.volume === 'contracts' ? usualVolumeUnit(market) : { kind: 'base' },
    }),
    isComputed: isComputed(market.kind),
    recorder,
  });
  let isHeader = layout.hasHeader;
  for await (const lines of packedLines(file, packed)) {
    for (const line of lines) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const ms = timeIn(cellsOf(line, file)[layout.places.time], archive);
      if (typeof ms === 'string') recorder.setAside(undefined, line.number, line.text, ms);
      else await rows.take(line);
    }
  }
  await rows.end();
  await recorder.end();
  return { answered: recorder.answered };
}
