import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tickersOf } from '../../domain/asset';
import type { Market, Source } from '../../domain/market';
import { overlap, subtract, type MinuteRange } from '../../domain/minute';
import type { Ledger, Provenance, Recorded, Unanswered } from '../../domain/observation';
import { ASK_LATER, IMPORT_INSTEAD, type Missing } from '../run/missing';
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

/** Told a part that could not be had of a file that was fetched. */
type Lacking = (range: MinuteRange, cause: string, mend: string, outcome: Unanswered) => void;

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
      unanswered: { source: options.source, outcome },
    });
  };
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-archive-'));
  try {
    for (const part of wanted) {
      for (const piece of piecesOf(archive, part, options.now())) {
        const within = overlap(piece.range, part);
        if (within === undefined) continue;
        if (options.signal?.aborted === true) lacking(within, 'stopped before it was asked', ASK_LATER, 'failed');
        else
          await bringInPiece({ archive, market, piece, within, options, file: join(folder, 'piece'), lacking }, stored);
      }
    }
    return missing;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Work extends Omit<Fetched, 'provenance'> {
  readonly archive: ArchiveFiles;
}

const readdressed = (address: string, base: string | undefined): string =>
  base === undefined ? address : address.replace(/^https:\/\//, `${base.replace(/\/$/, '')}/`);

async function bringInPiece({ archive, ...work }: Work, stored: Stored): Promise<void> {
  const { market, piece, within, options, file, lacking } = work;
  // A file bears the name the asset went by at that time.
  const ticker = tickersOf(market.venue, market.base, piece.range)[0]?.ticker;
  const named: Market = ticker === undefined ? market : { ...market, base: ticker as Market['base'] };
  const address = readdressed(archive.address(named, piece.piece, piece.label), options.base);
  const asking: DownloadOptions = { fetch: options.fetch ?? fetch, now: options.now, signal: options.signal };
  for (let attempt = 1; ; attempt += 1) {
    const promised = archive.hasChecksum
      ? await options.patiently(() => textAt(`${address}.CHECKSUM`, asking))
      : undefined;
    const sha256 = await options.patiently(() => fileAt(address, file, asking));
    if (sha256 === undefined) {
      lacking(
        within,
        `the archive has no file of ${piece.label} (${address})`,
        `${ASK_LATER}, or ${IMPORT_INSTEAD}`,
        'not-served',
      );
      return;
    }
    const wanted = promised?.trim().split(/\s+/)[0]?.toLowerCase();
    const fault =
      wanted !== undefined && wanted !== sha256
        ? `its SHA-256 is ${sha256}, its checksum file says ${wanted}`
        : await stored({
            ...work,
            provenance: { address, receivedAtMs: options.now(), sha256, reader: 'archive', body: undefined },
          });
    if (fault === undefined) return;
    if (attempt < ATTEMPTS) continue;
    lacking(
      within,
      `the archive's file of ${piece.label} was not taken: ${fault}`,
      `${ASK_LATER}; if it stays so, the venue published it so: compare with another source`,
      'failed',
    );
    return;
  }
}
