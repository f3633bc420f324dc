import type { Candle } from '../../domain/candle';
import type { Market } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, plus, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Provenance, Quarantined } from '../../domain/observation';
import { IMPORT_INSTEAD, type Missing } from '../run/missing';
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
        cause: 'the venue publishes no archive of it that is read here',
        mend: IMPORT_INSTEAD,
        unanswered: { source: options.source, outcome: 'not-served' },
      },
    ];
  return bringInPieces(archive, market, range, options, (fetched) => stored(archive, fetched));
}

/** Reads a checked file and records it, a day at a time. Gives the fault of a file that cannot be read; nothing of it is stored then. */
async function stored(archive: Archive, work: Fetched): Promise<string | undefined> {
  const { market, file, within, provenance } = work;
  try {
    // Once through to the end before anything is stored: a damaged file must leave nothing behind.
    let lines = 0;
    for await (const line of packedLines(file, archive.packed)) lines += line === '' ? 0 : 1;
    if (lines === 0) return 'it holds no row';
  } catch (error) {
    if (error instanceof Damaged) return `it cannot be unpacked (${error.message})`;
    throw error;
  }
  let day: { from: Minute; candles: Candle[]; quarantined: Quarantined[] } | undefined;
  const unplaced: Quarantined[] = [];
  /** Up to here the file was recorded: days without a row lie between it and the next. */
  let done = within.from;
  const flush = async (to: Minute): Promise<void> => {
    const end = Math.min(to, within.to) as Minute;
    if (end > done) {
      await record(
        archive,
        work,
        minuteRange(done, end),
        day?.candles ?? [],
        [...(day?.quarantined ?? []), ...unplaced.splice(0)],
        provenance,
      );
      done = end;
    }
    day = undefined;
  };
  for await (const line of packedLines(file, archive.packed)) {
    const read = readLine(line, archive, market);
    if (read.kind === 'header') continue;
    const minute = read.kind === 'candle' ? read.candle.minute : read.minute;
    if (minute === undefined || read.kind === 'broken') {
      const row: Quarantined = { minute, reason: read.kind === 'broken' ? read.reason : '', raw: line.slice(0, 500) };
      if (minute === undefined || day === undefined) unplaced.push(row);
      else day.quarantined.push(row);
      continue;
    }
    const from = (minute - (minute % MINUTES_PER_DAY)) as Minute;
    if (day !== undefined && day.from !== from) await flush(plus(day.from, MINUTES_PER_DAY));
    day ??= { from, candles: [], quarantined: [] };
    day.candles.push(read.candle);
  }
  await flush(within.to);
  return undefined;
}

/** One day's answer: all of it where a missing row means that nobody traded, else the minutes that have a row. */
async function record(
  archive: Archive,
  { market, options }: Fetched,
  asked: MinuteRange,
  all: readonly Candle[],
  quarantined: readonly Quarantined[],
  provenance: Provenance,
): Promise<void> {
  const candles = [
    ...new Map(
      all.filter(({ minute }) => minute >= asked.from && minute < asked.to).map((candle) => [candle.minute, candle]),
    ).values(),
  ].sort((a, b) => a.minute - b.minute);
  const known =
    archive.absent === 'no-trade' && !quarantined.some(({ minute }) => minute === undefined)
      ? [asked]
      : union(
          [...candles, ...quarantined].flatMap(({ minute }) =>
            minute === undefined || minute < asked.from || minute >= asked.to
              ? []
              : [minuteRange(minute, plus(minute, 1))],
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
