import { dayOf, minuteRange, MINUTES_PER_DAY, minutesIn, type MinuteRange, partsByDay } from '../../domain/minute';
import { LAYOUT_VERSION } from '../../domain/observationBytes';
import { emptyLeaf, hashOfLeaves, observationsLeaf, type HashedMarket } from '../../evidence/digest';
import { candlesOf, type Wanted } from '../../store/days/candles';
import { uncancelled } from '../../store/connection/cancelling';
import type { Connections } from '../../store/connection/client';
import { DatabaseFailure } from '../../store/connection/failures';
import { dayLeavesOf, storeDayLeaves, type DayLeaf } from '../../store/days/dayLeaves';
import type { Instant } from '../../domain/instant';
import type { Readable } from '../../store/connection/client';

/** Where and when to read. */
export interface Reading {
  readonly snapshot: Readable;
  readonly window: MinuteRange;
  readonly asOf: Instant | undefined;
}

/** So many days are read at once: all seven fields of a month of every market would fill the memory. */
const DAYS_AT_ONCE = 8;

/** Leaves of pieces of the window, by market: `undefined` until it is known. */
type Leaves = (Uint8Array | undefined)[];

type NewDayHash = DayLeaf & { readonly leaf: Uint8Array };

/** Day hashes made while one moment of the database is read, until they are stored. */
export class NewDayHashes {
  readonly #made: { readonly wanted: readonly Wanted[]; readonly leaves: NewDayHash[] }[] = [];

  add(wanted: readonly Wanted[], leaves: readonly NewDayHash[]): void {
    const last = this.#made.at(-1);
    if (last?.wanted === wanted) last.leaves.push(...leaves);
    else this.#made.push({ wanted, leaves: [...leaves] });
  }

  async store(db: Connections): Promise<void> {
    for (const { wanted, leaves } of this.#made) await storeDayLeaves(db, LAYOUT_VERSION, wanted, leaves);
  }
}

/**
 * Runs work that hashes days and stores the hashes after it, also when it was stopped half-way. After it and not meanwhile:
 * the work has a connection, and storing takes another, which may never come free while others wait likewise.
 * Of a database that takes no writes they are not stored: the hashes only spare work.
 */
export async function storingDayHashes<T>(db: Connections, work: (fresh: NewDayHashes) => Promise<T>): Promise<T> {
  const fresh = new NewDayHashes();
  try {
    return await work(fresh);
  } finally {
    await uncancelled(() => fresh.store(db)).catch((failure: unknown) => {
      if (!(failure instanceof DatabaseFailure)) throw failure;
    });
  }
}

const isWholeDay = (piece: MinuteRange): boolean => minutesIn(piece) === MINUTES_PER_DAY;

/**
 * The lines of a digest for all that is wanted, over `reading.window`. Of days hashed before nothing is read again; those that
 * were not are hashed now and given to `fresh`. As of an instant none are: what was known then has no version.
 */
export async function hashedMarkets(
  fresh: NewDayHashes,
  reading: Reading,
  wanted: readonly Wanted[],
  onShare: (share: number) => void,
): Promise<readonly HashedMarket[]> {
  const leaves = await marketLeaves(fresh, reading, wanted, onShare);
  return wanted.map(({ market, source }, i) => ({
    market,
    source,
    from: reading.window.from,
    to: reading.window.to,
    hash: hashOfLeaves(leaves[i] ?? []),
  }));
}

/** What those lines are the hashes of: for each that is wanted the leaf of each piece of `reading.window`, in order. */
export async function marketLeaves(
  fresh: NewDayHashes,
  reading: Reading,
  wanted: readonly Wanted[],
  onShare: (share: number) => void,
): Promise<readonly (readonly Uint8Array[])[]> {
  const { snapshot, window, asOf } = reading;
  const pieces = partsByDay(window);
  const place = new Map(pieces.map((piece, i) => [dayOf(piece.from), i]));
  const stored =
    wanted.length === 0
      ? []
      : await dayLeavesOf(snapshot, LAYOUT_VERSION, wanted, [
          dayOf(window.from),
          dayOf(pieces.at(-1)?.from ?? window.from),
        ]);
  const versions = new Map(stored.map((row) => [`${String(row.place)} ${String(row.day)}`, row]));
  const leaves = wanted.map((): Leaves => pieces.map((piece) => (asOf === undefined ? emptyLeaf(piece) : undefined)));
  for (const { place: market, day, leaf } of stored) {
    const at = place.get(day) as number;
    (leaves[market] as Leaves)[at] = asOf === undefined && isWholeDay(pieces[at] as MinuteRange) ? leaf : undefined;
  }
  for (let first = 0; first < pieces.length; first += DAYS_AT_ONCE) {
    const made = await fillIn(snapshot, wanted, pieces, leaves, first, asOf);
    onShare(Math.min(1, (first + DAYS_AT_ONCE) / pieces.length));
    if (asOf === undefined)
      fresh.add(
        wanted,
        made.flatMap(({ market, piece, leaf }) =>
          storable(versions.get(`${String(market)} ${String(dayOf(piece.from))}`), piece, leaf),
        ),
      );
  }
  return leaves.map((own) => own.map((leaf) => leaf as Uint8Array));
}

const storable = (stored: DayLeaf | undefined, piece: MinuteRange, leaf: Uint8Array): readonly NewDayHash[] =>
  stored !== undefined && isWholeDay(piece) ? [{ ...stored, leaf }] : [];

interface MadeHash {
  readonly market: number;
  readonly piece: MinuteRange;
  readonly leaf: Uint8Array;
}

/** Hashes what is not known of the pieces from `first` on, in place. */
async function fillIn(
  snapshot: Readable,
  wanted: readonly Wanted[],
  pieces: readonly MinuteRange[],
  leaves: readonly Leaves[],
  first: number,
  asOf: Reading['asOf'],
): Promise<readonly MadeHash[]> {
  const some = pieces.slice(first, first + DAYS_AT_ONCE);
  const markets = [...wanted.keys()].filter((market) => some.some((_, i) => leaves[market]?.[first + i] === undefined));
  const [begin, end] = [some[0], some.at(-1)];
  if (markets.length === 0 || begin === undefined || end === undefined) return [];
  const columns = await candlesOf(
    snapshot,
    markets.map((market) => wanted[market] as Wanted),
    minuteRange(begin.from, end.to),
    { asOf },
  );
  return markets.flatMap((market, i) =>
    some.flatMap((piece, j): readonly MadeHash[] => {
      const candles = columns[i];
      const own = leaves[market] as Leaves;
      if (own[first + j] !== undefined || candles === undefined) return [];
      const leaf = observationsLeaf(candles, piece);
      own[first + j] = leaf;
      return [{ market, piece, leaf }];
    }),
  );
}
