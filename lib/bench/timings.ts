import { medianOf } from '../analysis/reference/order';

/** Repeated timings of one piece of work, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly runs: number;
}

/**
 * Times by name. The pieces that are compared with one another take turns within a round, so that whatever else the machine
 * does falls on all of them alike.
 */
export class Timings {
  readonly #times = new Map<string, number[]>();

  note(name: string, ms: number): void {
    if (!Number.isFinite(ms)) throw new Error(`${name}: took ${String(ms)} ms, which is no time`);
    const times = this.#times.get(name);
    if (times === undefined) this.#times.set(name, [ms]);
    else times.push(ms);
  }

  async clock<T>(name: string, work: () => Promise<T> | T): Promise<T> {
    const began = performance.now();
    const outcome = await work();
    this.note(name, performance.now() - began);
    return outcome;
  }

  /** Every time of every name, for another process. */
  all(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(this.#times);
  }

  /** Least and most say how noisy the machine was. Throws where the name was never timed. */
  of(name: string): Timing {
    const times = this.#times.get(name);
    if (times === undefined) throw new Error(`${name} was never timed`);
    return {
      name,
      medianMs: medianOf(times),
      leastMs: Math.min(...times),
      mostMs: Math.max(...times),
      runs: times.length,
    };
  }
}

/** Runs the round `warmUps` times with times that are thrown away, then `rounds` times with those that count. */
export async function inRounds(
  counts: { readonly warmUps: number; readonly rounds: number },
  round: (timings: Timings, number: number) => Promise<void>,
): Promise<Timings> {
  const discarded = new Timings();
  const kept = new Timings();
  for (let number = 0; number < counts.warmUps + counts.rounds; number += 1)
    await round(number < counts.warmUps ? discarded : kept, number);
  return kept;
}
