import type { Candle } from '../../domain/candle';
import type { Market } from '../../domain/market';
import {
  formatMinute,
  minuteRange,
  MINUTES_PER_DAY,
  plus,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Quarantined } from '../../domain/observation';
import { archiveWords } from '../../words/en/archive';
import { mend } from '../../words/en/mends';
import type { Missing } from '../record/missing';
import { Damaged, packedLines } from './lines';
import { bringInPieces, type ArchiveOptions, type Fetched } from './pieceByPiece';
import { readLine } from './rows';
import { archiveOf, type Archive } from './table';

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
        mend: mend.import,
        unanswered: { source: options.source, outcome: 'not-served' },
      },
    ];
  return bringInPieces(archive, market, range, options, (fetched) => stored(archive, fetched));
}

/**
 * Reads a file once to its end before anything is stored: a damaged or disordered one must leave nothing behind. Gives its fault, or
 * whether the time of any row cannot be read: then any minute without a row may be that row's.
 */
async function surveyed(
  archive: Archive,
  { market, file }: Fetched,
): Promise<string | { readonly hasUnreadable: boolean }> {
  let lines = 0;
  let hasUnreadable = false;
  let newest: Minute | undefined;
  try {
    for await (const line of packedLines(file, archive.packed)) {
      lines += 1;
      const read = readLine(line, lines === 1, archive, market);
      if (read.kind === 'header') continue;
      const at = read.kind === 'candle' ? read.candle.minute : read.minute;
      if (at === undefined) hasUnreadable = true;
      else if (newest !== undefined && at < newest) {
        const [found, before] = [at, newest].map((one) => archiveWords.rowOf(formatMinute(one)));
        return archiveWords.badLine(lines, archiveWords.disordered(found ?? '', before ?? ''));
      } else newest = at;
    }
  } catch (error) {
    if (error instanceof Damaged) return archiveWords.damaged(error.message);
    throw error;
  }
  return lines === 0 ? archiveWords.noRow : { hasUnreadable };
}

/** The rows of one day of a file, or of its minutes whose time cannot be read. */
interface DayRows {
  readonly candles: Candle[];
  readonly quarantined: Quarantined[];
}

/** Reads a checked file and records it, a day at a time. Gives the fault of a file that cannot be read; nothing of it is stored then. */
async function stored(archive: Archive, work: Fetched): Promise<string | undefined> {
  const { market, file, within } = work;
  const survey = await surveyed(archive, work);
  if (typeof survey === 'string') return survey;
  const gapsAreKnown = archive.absent === 'no-trade' && !survey.hasUnreadable;
  let rows: DayRows = { candles: [], quarantined: [] };
  /** Up to here the file was recorded: days without a row lie between it and the next. */
  let done = within.from;
  const flush = async (to: Minute): Promise<void> => {
    const end = Math.min(to, within.to) as Minute;
    const ended = rows;
    rows = { candles: [], quarantined: [] };
    if (end <= done) return;
    await record(work, minuteRange(done, end), ended, gapsAreKnown);
    done = end;
  };
  let isFirst = true;
  let day: Minute | undefined;
  for await (const line of packedLines(file, archive.packed)) {
    const read = readLine(line, isFirst, archive, market);
    isFirst = false;
    if (read.kind === 'header') continue;
    const minute = read.kind === 'candle' ? read.candle.minute : read.minute;
    const from = minute === undefined ? day : ((minute - (minute % MINUTES_PER_DAY)) as Minute);
    if (day !== undefined && from !== day) await flush(plus(day, MINUTES_PER_DAY));
    day = from;
    if (read.kind === 'candle') rows.candles.push(read.candle);
    else rows.quarantined.push({ minute, reason: read.reason, raw: line.slice(0, 500) });
  }
  await flush(within.to);
  return undefined;
}

/** One day's answer: all of it where a missing row means that nobody traded, else the minutes that have a row. */
async function record(
  { market, options, provenance }: Fetched,
  asked: MinuteRange,
  rows: DayRows,
  gapsAreKnown: boolean,
): Promise<void> {
  const inside = (at: Minute): boolean => at >= asked.from && at < asked.to;
  const candles = [
    ...new Map(rows.candles.filter(({ minute }) => inside(minute)).map((candle) => [candle.minute, candle])).values(),
  ];
  const quarantined = rows.quarantined.filter(({ minute }) => minute === undefined || inside(minute));
  const known = gapsAreKnown
    ? [asked]
    : union(
        [...candles, ...quarantined].flatMap(({ minute }) =>
          minute === undefined ? [] : [minuteRange(minute, plus(minute, 1))],
        ),
      );
  const shared = { market, source: options.source, askedAtMs: options.now(), provenance: [provenance] };
  const answers = known.map((part, i): Answer => ({
    ...shared,
    asked: part,
    candles: candles.filter(({ minute }) => minute >= part.from && minute < part.to),
    quarantined: quarantined.filter(({ minute }) =>
      minute === undefined ? i === 0 : minute >= part.from && minute < part.to,
    ),
  }));
  if (answers.length === 0) return;
  const recorded = await options.ledger.record(answers);
  options.recorded({
    minutes: answers.reduce((sum, { asked: part }) => sum + part.to - part.from, 0),
    candles: candles.length,
    quarantined: quarantined.length,
    recorded,
  });
}
