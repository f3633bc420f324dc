import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tickersOf } from '../../domain/asset';
import type { Market, Source } from '../../domain/market';
import { minutesIn, overlap, subtract, union, type MinuteRange } from '../../domain/minute';
import type { Ledger, Provenance, Recorded } from '../../domain/observation';
import { archiveWords } from '../../words/en/archive';
import { mend as mends } from '../../words/en/mends';
import { gapWords } from '../../words/en/ingest';
import { endingOf, missingOf, type Missing, type NoteMissing } from '../record/missing';
import type { ArchiveFiles, Contract } from './archive';
import { fileAt, textAt, type DownloadOptions } from './download';
import type { Packed } from './lines';
import { daysOf, piecesOf, type Piece } from './pieces';

export interface ArchiveOptions {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly fetch?: typeof fetch;
  /** Another place that keeps host and path, a server or a folder: `https://HOST/PATH` becomes `{base}/HOST/PATH`. */
  readonly base?: string | undefined;
  /** What the venue's list of markets says that one contract is worth; undefined: it is none, or nobody says. */
  readonly contract?: (market: Market) => Contract | undefined;
  /** Read files again for minutes that are answered already: what was re-published becomes revisions. */
  readonly again?: boolean;
  /** Runs a request, again where that may help. */
  readonly patiently: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly recorded: (part: {
    readonly minutes: number;
    readonly candles: number;
    readonly quarantined: number;
    readonly recorded: Recorded;
  }) => void;
}

/** A file whose bytes are not what its checksum says is fetched once more: something on the way may have been at fault. */
const ATTEMPTS = 2;

/** A file of an archive that was fetched and agreed with its checksum, and what is wanted of it. */
export interface Fetched {
  readonly market: Market;
  /** The market under the ticker it had then. */
  readonly named: Market;
  readonly piece: Piece;
  /** What is wanted of it: disjoint, ascending. */
  readonly parts: readonly MinuteRange[];
  readonly options: ArchiveOptions;
  /** Where it lies on disk. */
  readonly file: string;
  readonly packed: Packed;
  readonly provenance: Provenance;
  readonly lacking: Lacking;
  /** Called with minutes that the file has rows of and gives no candle for. */
  readonly setAside: NoteMissing;
}

/** Reads a fetched file and records it. Gives what it answered, or the fault of a file that cannot be read; nothing of it is stored then. */
export type Stored = (fetched: Fetched) => Promise<string | { readonly answered: readonly MinuteRange[] }>;

/** Called with a part that a fetched file does not give. */
type Lacking = (...noted: Required<Parameters<NoteMissing>>) => void;

interface Road {
  readonly archive: ArchiveFiles;
  readonly market: Market;
  readonly options: ArchiveOptions;
  readonly stored: Stored;
  /** Where fetched files are put, one at a time. */
  readonly file: string;
}

/**
 * Fetches the files that hold what the ledger has not yet got of a market's range, one after the other, and hands each over once
 * its bytes agreed with its checksum, where it has one. What a longer piece does not give (its file is not there, is cut off, ends early
 * or lacks rows) is looked for in the days' files, where there are any. Gives what could not be had. Rejects with a `VenueError` when
 * the archive does not deliver.
 */
export async function bringInPieces(
  archive: ArchiveFiles,
  market: Market,
  range: MinuteRange,
  options: ArchiveOptions,
  stored: Stored,
): Promise<readonly Missing[]> {
  const wanted =
    options.again === true ? [range] : subtract(range, await options.ledger.answered(market, options.source, range));
  const planned = wanted.flatMap((part) => namedPieces(market, piecesOf(archive, part, options.now()), part));
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-archive-'));
  try {
    const road: Road = { archive, market, options, stored, file: join(folder, 'piece') };
    const missing: Missing[] = [];
    for (const one of onceEach(planned)) missing.push(...(await bringInWithDays(road, one)));
    return missing;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fetches a piece, and what a longer one than a day does not give from its days' files. */
async function bringInWithDays(road: Road, planned: NamedPiece): Promise<readonly Missing[]> {
  const { archive, market, options } = road;
  const { answered, missing, setAside } = await bringInPiece(road, planned);
  const left = planned.piece.piece === 'day' ? [] : planned.parts.flatMap((part) => subtract(part, answered));
  if (left.length === 0 || !archive.pieces.includes('day')) return [...missing, ...setAside];
  const days = left.flatMap((part) => namedPieces(market, daysOf(archive, part, options.now()), part));
  const lacked: Missing[] = [...setAside];
  for (const day of onceEach(days)) {
    const had = await bringInPiece(road, day);
    lacked.push(...had.missing, ...had.setAside);
  }
  return lacked;
}

/** The same files, each once, with all that is wanted of it. */
function onceEach(planned: readonly NamedPiece[]): readonly NamedPiece[] {
  const files = new Map<string, NamedPiece>();
  for (const one of planned) {
    const key = `${one.ticker} ${one.piece.label}`;
    const known = files.get(key);
    files.set(key, known === undefined ? one : { ...known, parts: [...known.parts, ...one.parts] });
  }
  return [...files.values()];
}

interface NamedPiece {
  readonly piece: Piece;
  /** What the archive called the asset then. */
  readonly ticker: string;
  /** The parts of the range that the piece's file of that ticker is asked for: disjoint, ascending. */
  readonly parts: readonly MinuteRange[];
}

/**
 * The files of a range with the tickers they bear. In a month with a renaming there are two: each holds the minutes of its own
 * ticker alone, so that neither may answer for the other's. Minutes for which no ticker is known are looked for under the asset's code.
 */
export function namedPieces(market: Market, pieces: readonly Piece[], range: MinuteRange): readonly NamedPiece[] {
  return pieces.flatMap((piece) => {
    const within = overlap(piece.range, range);
    if (within === undefined) return [];
    // An asset's own code comes first where two tickers are alive at once.
    let left: readonly MinuteRange[] = [within];
    const named: NamedPiece[] = [];
    const take = (ticker: string, part: MinuteRange): void => {
      for (const one of left.flatMap((rest) => overlap(rest, part) ?? [])) named.push({ piece, ticker, parts: [one] });
      left = left.flatMap((rest) => subtract(rest, [part]));
    };
    const tickers = tickersOf(market.venue, market.base, within);
    for (const ticker of new Set<string>([market.base, ...tickers.map((one) => one.ticker)]))
      for (const part of union(tickers.flatMap((one) => (one.ticker === ticker ? [one.range] : []))))
        take(ticker, part);
    take(market.base, within);
    return named.sort((a, b) => startOf(a) - startOf(b));
  });
}

const startOf = ({ parts }: NamedPiece): number => parts[0]?.from ?? Infinity;

interface Had {
  readonly answered: readonly MinuteRange[];
  readonly missing: readonly Missing[];
  /** Of what was answered, the minutes whose rows are in quarantine. */
  readonly setAside: readonly Missing[];
}

/** Fetches one piece and has it stored. */
async function bringInPiece(road: Road, { piece, ticker, parts }: NamedPiece): Promise<Had> {
  const { archive, market, options } = road;
  const missing: Missing[] = [];
  const { missing: setAside, note: noteSetAside } = missingOf(market, options.source);
  const lacking: Lacking = (part, cause, mend, outcome) => {
    missing.push({ venue: market.venue, market, range: part, cause, mend, ...endingOf(options.source, outcome) });
  };
  const nothing = (...noted: [string, string, Parameters<Lacking>[3]]): Had => {
    missing.length = 0;
    for (const part of parts) lacking(part, ...noted);
    return { answered: [], missing, setAside: [] };
  };
  if (options.signal?.aborted === true) return nothing(gapWords.stopped, mends.later, 'stopped');
  const named: Market = { ...market, base: ticker as Market['base'] };
  const published = archive.address(named, piece.piece, piece.label);
  if (archive.byHand === true && options.base === undefined)
    return nothing(archiveWords.byHand(baseName(published)), archiveWords.putThere(pathOf(published)), 'not-served');
  const address = readdressed(published, options.base);
  const asking: DownloadOptions = { fetch: options.fetch ?? fetch, now: options.now, signal: options.signal };
  for (let attempt = 1; ; attempt += 1) {
    const beside = archive.checksum?.(address);
    const promised = beside === undefined ? undefined : await options.patiently(() => textAt(beside, asking));
    const fetched = await options.patiently(() => fileAt(address, road.file, asking));
    if (fetched === undefined) return nothing(archiveWords.noFile(piece.label, address), mends.archived, 'not-served');
    const wanted = promised?.trim().split(/\s+/)[0]?.toLowerCase();
    const { sha256, file } = fetched;
    const outcome =
      wanted !== undefined && wanted !== sha256
        ? archiveWords.otherChecksum(sha256, wanted)
        : await road.stored({
            market,
            named,
            piece,
            parts,
            options,
            file,
            packed: { packed: archive.packed, entry: archive.entry?.(named) },
            lacking,
            setAside: noteSetAside,
            provenance: {
              address: fetched.address,
              receivedAtMs: options.now(),
              sha256,
              reader: 'archive',
              body: undefined,
            },
          });
    if (typeof outcome !== 'string') {
      noteUncovered(piece, parts, outcome.answered, missing, lacking);
      return { answered: outcome.answered, missing, setAside };
    }
    if (attempt === ATTEMPTS) return nothing(archiveWords.notTaken(piece.label, outcome), mends.published, 'failed');
    missing.length = 0;
    setAside.length = 0;
  }
}

/** Notes what of a piece its file does not say, and was not noted otherwise. */
function noteUncovered(
  { label }: Piece,
  parts: readonly MinuteRange[],
  answered: readonly MinuteRange[],
  missing: readonly Missing[],
  lacking: Lacking,
): void {
  const said = union([...answered, ...missing.flatMap(({ range }) => range ?? [])]);
  const uncovered = parts.flatMap((part) => subtract(part, said));
  const minutes = uncovered.reduce((sum, part) => sum + minutesIn(part), 0);
  for (const part of uncovered) lacking(part, archiveWords.notInFile(label, minutes), mends.archived, 'not-served');
}

const pathOf = (address: string): string => address.replace(/^https:\/\//, '');
const baseName = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const readdressed = (address: string, base: string | undefined): string =>
  base === undefined ? address : `${base.replace(/\/$/, '')}/${pathOf(address)}`;
