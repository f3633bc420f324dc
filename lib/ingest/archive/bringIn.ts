import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tickersOf } from '../../domain/asset';
import type { Candle } from '../../domain/candle';
import type { Market, Source } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, overlap, plus, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Ledger, Provenance, Quarantined, Recorded, Unanswered } from '../../domain/observation';
import { ASK_LATER, IMPORT_INSTEAD, type Missing } from '../missing';
import { fileAt, textAt, type DownloadOptions } from './download';
import { Damaged, packedLines } from './lines';
import { piecesOf, type Piece } from './pieces';
import { readLine } from './rows';
import { archiveOf, type Archive } from './table';

export interface ArchiveOptions {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly fetch?: typeof fetch;
  /** Another server that keeps host and path: `https://HOST/PATH` becomes `{base}/HOST/PATH`. */
  readonly base?: string | undefined;
  /** Read files again for minutes that are answered already: what was re-published becomes revisions. */
  readonly again?: boolean;
  /** Runs a request, again where that may help. */
  readonly patiently: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly recorded: (part: { readonly minutes: number; readonly candles: number; readonly quarantined: number; readonly recorded: Recorded }) => void;
}

/** A file whose bytes are not what its checksum says is fetched once more: something on the way may have been at fault. */
const ATTEMPTS = 2;

/**
 * Brings in what the ledger has not yet got of a market's range from its venue's official archive, file by file, day by day. A file
 * is stored only after its bytes agreed with its checksum, where it has one. Gives what could not be had. Rejects with a `VenueError`
 * when the archive does not deliver.
 */
export async function bringInArchive(market: Market, range: MinuteRange, options: ArchiveOptions): Promise<readonly Missing[]> {
  const archive = archiveOf(market);
  if (archive === undefined) return [{ venue: market.venue, market, range, cause: 'the venue publishes no archive of it that is read here', mend: IMPORT_INSTEAD, unanswered: { source: options.source, outcome: 'not-served' } }];
  const wanted = options.again === true ? [range] : subtract(range, await options.ledger.answered(market, options.source, range));
  const missing: Missing[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-archive-'));
  try {
    for (const part of wanted) {
      for (const piece of piecesOf(archive, part, options.now())) {
        const within = overlap(piece.range, part);
        if (within === undefined) continue;
        const lacking = (cause: string, mend: string, outcome: Unanswered): void => {
          missing.push({ venue: market.venue, market, range: within, cause, mend, unanswered: { source: options.source, outcome } });
        };
        if (options.signal?.aborted === true) lacking('stopped before it was asked', ASK_LATER, 'failed');
        else await bringInPiece({ archive, market, piece, within, options, file: join(folder, 'piece') }, lacking);
      }
    }
    return missing;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Work {
  readonly archive: Archive;
  readonly market: Market;
  readonly piece: Piece;
  readonly within: MinuteRange;
  readonly options: ArchiveOptions;
  readonly file: string;
}

type Lacking = (cause: string, mend: string, outcome: Unanswered) => void;

const readdressed = (address: string, base: string | undefined): string => (base === undefined ? address : address.replace(/^https:\/\//, `${base.replace(/\/$/, '')}/`));

async function bringInPiece(work: Work, lacking: Lacking): Promise<void> {
  const { archive, market, piece, options, file } = work;
  // A file bears the name the asset went by at that time.
  const ticker = tickersOf(market.venue, market.base, piece.range)[0]?.ticker;
  const named: Market = ticker === undefined ? market : { ...market, base: ticker as Market['base'] };
  const address = readdressed(archive.address(named, piece.piece, piece.label), options.base);
  const asking: DownloadOptions = { fetch: options.fetch ?? fetch, now: options.now, signal: options.signal };
  for (let attempt = 1; ; attempt += 1) {
    const promised = archive.hasChecksum ? await options.patiently(() => textAt(`${address}.CHECKSUM`, asking)) : undefined;
    const sha256 = await options.patiently(() => fileAt(address, file, asking));
    if (sha256 === undefined) {
      lacking(`the archive has no file of ${piece.label} (${address})`, `${ASK_LATER}, or ${IMPORT_INSTEAD}`, 'not-served');
      return;
    }
    const wanted = promised?.trim().split(/\s+/)[0]?.toLowerCase();
    const fault = wanted !== undefined && wanted !== sha256 ? `its SHA-256 is ${sha256}, its checksum file says ${wanted}` : await stored(work, { address, sha256 });
    if (fault === undefined) return;
    if (attempt < ATTEMPTS) continue;
    lacking(`the archive's file of ${piece.label} was not taken: ${fault}`, `${ASK_LATER}; if it stays so, the venue published it so: compare with another source`, 'failed');
    return;
  }
}

/** Reads a checked file and records it, a day at a time. Gives the fault of a file that cannot be read; nothing of it is stored then. */
async function stored(work: Work, { address, sha256 }: { readonly address: string; readonly sha256: string }): Promise<string | undefined> {
  const { archive, market, file, within, options } = work;
  const provenance: Provenance = { address, receivedAtMs: options.now(), sha256, reader: 'archive', body: undefined };
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
      await record(work, minuteRange(done, end), day?.candles ?? [], [...(day?.quarantined ?? []), ...unplaced.splice(0)], provenance);
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
async function record({ archive, market, options }: Work, asked: MinuteRange, all: readonly Candle[], quarantined: readonly Quarantined[], provenance: Provenance): Promise<void> {
  const candles = [...new Map(all.filter(({ minute }) => minute >= asked.from && minute < asked.to).map((candle) => [candle.minute, candle])).values()].sort((a, b) => a.minute - b.minute);
  const known = archive.absent === 'no-trade' && !quarantined.some(({ minute }) => minute === undefined) ? [asked] : union([...candles, ...quarantined].flatMap(({ minute }) => (minute === undefined || minute < asked.from || minute >= asked.to ? [] : [minuteRange(minute, plus(minute, 1))])));
  const shared = { market, source: options.source, askedAtMs: options.now(), provenance: [provenance] };
  const answers = known.map((part, i): Answer => ({
    ...shared, asked: part, candles: candles.filter(({ minute }) => minute >= part.from && minute < part.to),
    quarantined: quarantined.filter(({ minute }) => (minute === undefined ? i === 0 : minute >= part.from && minute < part.to)),
  }));
  if (answers.length === 0) return;
  const recorded = await options.ledger.record(answers);
  options.recorded({ minutes: answers.reduce((sum, { asked: part }) => sum + part.to - part.from, 0), candles: candles.length, quarantined: quarantined.length, recorded });
}
