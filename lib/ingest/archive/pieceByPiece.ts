import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tickersOf } from '../../domain/asset';
import type { Market, Source } from '../../domain/market';
import { overlap, subtract, union, type MinuteRange } from '../../domain/minute';
import type { Ledger, Provenance, Recorded } from '../../domain/observation';
import { archiveWords } from '../../words/en/archive';
import { mend as mends } from '../../words/en/mends';
import { gapWords } from '../../words/en/ingest';
import { endingOf, type Missing, type NoteMissing } from '../record/missing';
import { fileAt, textAt, type DownloadOptions } from './download';
import { piecesOf, type Piece } from './pieces';
import type { ArchiveFiles } from './table';

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
  readonly piece: Piece;
  readonly within: MinuteRange;
  readonly options: ArchiveOptions;
  /** Where it lies on disk. */
  readonly file: string;
  readonly provenance: Provenance;
  readonly lacking: Lacking;
}

/** Reads a fetched file and records it. Gives the fault of a file that cannot be read; nothing of it is stored then. */
export type Stored = (fetched: Fetched) => Promise<string | undefined>;

/** Called with a part that a fetched file does not give. */
type Lacking = (...noted: Required<Parameters<NoteMissing>>) => void;

/**
 * Fetches the files that hold what the ledger has not yet got of a market's range, one after the other, and hands each over once
 * its bytes agreed with its checksum, where it has one. Gives what could not be had. Rejects with a `VenueError` when the archive
 * does not deliver.
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
  const missing: Missing[] = [];
  const lacking: Lacking = (part, cause, mend, outcome) => {
    missing.push({
      venue: market.venue,
      market,
      range: part,
      cause,
      mend,
      ...endingOf(options.source, outcome),
    });
  };
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-archive-'));
  try {
    for (const part of wanted) {
      for (const { piece, ticker, within } of namedPieces(archive, market, part, options.now())) {
        if (options.signal?.aborted === true) lacking(within, gapWords.stopped, mends.later, 'stopped');
        else {
          const work = { archive, market, ticker, piece, within, options, file: join(folder, 'piece'), lacking };
          await bringInPiece(work, stored);
        }
      }
    }
    return missing;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface NamedPiece {
  readonly piece: Piece;
  /** What the archive called the asset then. */
  readonly ticker: string;
  /** The part of the range that the piece's file of that ticker is asked for. */
  readonly within: MinuteRange;
}

/**
 * The files of a range with the tickers they bear. In a month with a renaming there are two: each holds the minutes of its own
 * ticker alone, so that neither may answer for the other's. Minutes for which no ticker is known are looked for under the asset's code.
 */
export function namedPieces(
  archive: Pick<ArchiveFiles, 'pieces'>,
  market: Market,
  range: MinuteRange,
  nowMs: number,
): readonly NamedPiece[] {
  return piecesOf(archive, range, nowMs).flatMap((piece) => {
    const within = overlap(piece.range, range);
    if (within === undefined) return [];
    // An asset's own code comes first where two tickers are alive at once.
    let left: readonly MinuteRange[] = [within];
    const named: NamedPiece[] = [];
    const take = (ticker: string, part: MinuteRange): void => {
      for (const one of left.flatMap((rest) => overlap(rest, part) ?? [])) named.push({ piece, ticker, within: one });
      left = left.flatMap((rest) => subtract(rest, [part]));
    };
    const tickers = tickersOf(market.venue, market.base, within);
    for (const ticker of new Set<string>([market.base, ...tickers.map((one) => one.ticker)]))
      for (const part of union(tickers.flatMap((one) => (one.ticker === ticker ? [one.range] : []))))
        take(ticker, part);
    take(market.base, within);
    return named.sort((a, b) => a.within.from - b.within.from);
  });
}

interface Work extends Omit<Fetched, 'provenance'> {
  readonly archive: ArchiveFiles;
  readonly ticker: string;
}

const readdressed = (address: string, base: string | undefined): string =>
  base === undefined ? address : address.replace(/^https:\/\//, `${base.replace(/\/$/, '')}/`);

async function bringInPiece({ archive, ticker, ...work }: Work, stored: Stored): Promise<void> {
  const { market, piece, within, options, file, lacking } = work;
  const named: Market = { ...market, base: ticker as Market['base'] };
  const address = readdressed(archive.address(named, piece.piece, piece.label), options.base);
  const asking: DownloadOptions = { fetch: options.fetch ?? fetch, now: options.now, signal: options.signal };
  for (let attempt = 1; ; attempt += 1) {
    const promised = archive.hasChecksum
      ? await options.patiently(() => textAt(`${address}.CHECKSUM`, asking))
      : undefined;
    const sha256 = await options.patiently(() => fileAt(address, file, asking));
    if (sha256 === undefined) {
      lacking(within, archiveWords.noFile(piece.label, address), mends.laterOrImport, 'not-served');
      return;
    }
    const wanted = promised?.trim().split(/\s+/)[0]?.toLowerCase();
    const fault =
      wanted !== undefined && wanted !== sha256
        ? archiveWords.otherChecksum(sha256, wanted)
        : await stored({
            ...work,
            provenance: { address, receivedAtMs: options.now(), sha256, reader: 'archive', body: undefined },
          });
    if (fault === undefined) return;
    if (attempt < ATTEMPTS) continue;
    lacking(within, archiveWords.notTaken(piece.label, fault), mends.published, 'failed');
    return;
  }
}
