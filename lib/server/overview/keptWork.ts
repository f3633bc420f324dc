import { LRUCache } from 'lru-cache';
import type { Changes } from '../../store/changes/changes';
import { collecting, Reading, restsOn, uncollected, type Rests } from '../../store/connection/reading';
import { Freshness } from '../kept/freshness';
import { Meanwhile } from '../kept/meanwhile';
import { Standing } from '../kept/standing';

interface Kept<T> {
  readonly value: T;
  readonly rests: Rests;
  readonly standing: Standing;
}

const MOST = 400;

/**
 * Keeps what was made of the stored data, each with what it rests on: it is made anew once that was written, and not for any other write. What
 * asks for it rests on the same.
 */
export class KeptWork<T extends object> {
  readonly #kept = new LRUCache<string, Kept<T>>({ max: MOST });
  readonly #flights = new Set<Meanwhile>();
  readonly #freshness: Freshness;

  constructor(changesSince: (xmin: string | undefined) => Promise<Changes>) {
    this.#freshness = new Freshness({
      changesSince,
      onChange: (change) => {
        for (const flight of this.#flights) flight.changes.push(change);
        for (const [key, { standing }] of this.#kept.entries())
          if (standing.isTouchedBy(change)) this.#kept.delete(key);
      },
      onLost: () => {
        for (const flight of this.#flights) flight.isLost = true;
        this.#flights.clear();
        this.#kept.clear();
      },
    });
  }

  /** Throws where the database does not answer, and what `make` throws. */
  async take(key: string, make: () => Promise<T>, isWorthKeeping: (value: T) => boolean = () => true): Promise<T> {
    await uncollected(() => this.#freshness.check());
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      restsOn(kept.rests);
      return kept.value;
    }
    return this.#make(key, make, isWorthKeeping);
  }

  async #make(key: string, make: () => Promise<T>, isWorthKeeping: (value: T) => boolean): Promise<T> {
    const reading = new Reading();
    const flight = new Meanwhile();
    this.#flights.add(flight);
    try {
      const value = await collecting(reading, make);
      const { rests, isEmpty } = reading;
      restsOn(rests);
      const standing = new Standing(rests);
      if (!flight.isOvertaken(standing) && !isEmpty && !rests.isFleeting && isWorthKeeping(value))
        this.#kept.set(key, { value, rests, standing });
      return value;
    } finally {
      this.#flights.delete(flight);
    }
  }
}
