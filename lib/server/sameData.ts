import { LRUCache } from 'lru-cache';
import type { RateDay } from '../analysis/rates/rateDay';
import type { MarketColumns } from '../domain/marketColumns';
import { MINUTES_PER_DAY, minutesIn, type Day, type MinuteRange } from '../domain/minute';
import type { HashedMarket } from '../evidence/digest';
import type { Moment } from './moment';

/** Of columns: some six days of an asset on sixteen venues. */
const MOST_COLUMN_BYTES = 32 * 1024 * 1024;
/** Of lines of digests: a few dozen kB each. */
const MOST_LINES = 100;
/** Of rates: as many days as are remembered anyway, by their versions. */
const MOST_RATES = 100;
/** Seven columns of doubles, one of bytes. */
const BYTES_PER_MINUTE = 57;
/** Longer ranges are read and let go piece by piece. */
const MOST_COLUMN_MINUTES = 3 * MINUTES_PER_DAY;

/** Values by their keys; a value that is being made is waited for and not made twice. */
class Made<V extends object> {
  readonly #kept: LRUCache<string, V>;
  readonly #making = new Map<string, Promise<V>>();

  constructor(options: LRUCache.Options<string, V, unknown>) {
    this.#kept = new LRUCache(options);
  }

  async of(key: string, make: () => Promise<V>): Promise<V> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.#making.get(key);
    // What another reader's connection could not read is asked for over the own one.
    const others = running === undefined ? undefined : await running.catch(() => undefined);
    if (others !== undefined) return others;
    const making = make();
    this.#making.set(key, making);
    try {
      const value = await making;
      this.#kept.set(key, value);
      return value;
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }
}

/** What questions have in common as long as nothing is written. Whoever takes it must not alter it. */
export class SameData {
  readonly #columns = new Made<readonly MarketColumns[]>({
    maxSize: MOST_COLUMN_BYTES,
    sizeCalculation: (all) =>
      1 + all.reduce((sum, { candles }) => sum + BYTES_PER_MINUTE * minutesIn(candles.range), 0),
  });
  readonly #lines = new Made<readonly HashedMarket[]>({ max: MOST_LINES });
  readonly #rates = new Made<(day: Day) => RateDay>({ max: MOST_RATES });

  /** Every column of the books that `name` names, over whole UTC days. */
  columns(
    name: string,
    range: MinuteRange,
    read: () => Promise<readonly MarketColumns[]>,
  ): Promise<readonly MarketColumns[]> {
    return minutesIn(range) > MOST_COLUMN_MINUTES ? read() : this.#columns.of(keyOf(name, range), read);
  }

  /** The lines of a digest of the books that `name` names. */
  lines(
    name: string,
    range: MinuteRange,
    make: () => Promise<readonly HashedMarket[]>,
  ): Promise<readonly HashedMarket[]> {
    return this.#lines.of(keyOf(name, range), make);
  }

  /** The rates of every day of a range, of the pairs that `name` names. */
  rates(name: string, range: MinuteRange, make: () => Promise<(day: Day) => RateDay>): Promise<(day: Day) => RateDay> {
    return minutesIn(range) > MOST_COLUMN_MINUTES ? make() : this.#rates.of(keyOf(name, range), make);
  }
}

const keyOf = (name: string, { from, to }: MinuteRange): string => `${name} ${String(from)} ${String(to)}`;

const known = new WeakMap<Moment['markets'], SameData>();

/**
 * What is remembered of a moment. The list of markets is the same value until something is written, whatever that is, and so are all other data; what
 * was known as of an instant has no such list: nothing of it is remembered.
 */
export function sameDataOf({ markets, asOf }: Pick<Moment, 'markets' | 'asOf'>): SameData {
  const same = known.get(markets) ?? new SameData();
  if (asOf === undefined) known.set(markets, same);
  return same;
}
