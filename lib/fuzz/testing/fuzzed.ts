import fc from 'fast-check';
import { afterAll, it } from 'vitest';
import { watching, type Watch } from './watch';

/** How many cases each run of the tests tries in all, and from which seed; `npm run fuzz` sets others. */
const CASES = Number(process.env['PLUMBLINE_FUZZ_CASES'] ?? '4000');
const SEED = Number(process.env['PLUMBLINE_FUZZ_SEED'] ?? '20251010');

/** What no case may leave behind: the most memory that the process has held until then. A picture of 40 million pixels is 160 MB, and its rows as much again. */
const MOST_MEGABYTES = 2_000;

interface Fuzzed<T> {
  /** Of all cases; all parts together have a thousand. */
  readonly perMille: number;
  readonly of: fc.Arbitrary<T>;
  /** Cases that are tried every time: faults that were found, and what must be right by name. */
  readonly examples?: readonly T[];
  /** Throws where the case shows a fault of ours. */
  readonly check: (value: T) => Promise<void> | void;
}

let watch: Watch | undefined;
afterAll(async () => {
  await watch?.end();
  watch = undefined;
});

/**
 * A part of the fuzzing as a test: so many cases, each within the watch's time and a bound of memory. The seed of what fails is printed, and
 * `npm run fuzz -- --seed SEED --cases CASES` tries the same again.
 */
export function fuzzed<T>(name: string, { perMille, of, examples = [], check }: Fuzzed<T>): void {
  it(name, async () => {
    const own = (watch ??= watching());
    await fc.assert(
      fc.asyncProperty(of, async (value) => {
        own.begins(name, value);
        try {
          await check(value);
        } finally {
          own.ends();
        }
        const megabytes = process.resourceUsage().maxRSS / 1_024;
        if (megabytes > MOST_MEGABYTES) throw new Error(`${String(Math.round(megabytes))} MB were held`);
      }),
      {
        seed: SEED,
        numRuns: examples.length + Math.max(1, Math.round((CASES * perMille) / 1_000)),
        examples: examples.map((one): [T] => [one]),
      },
    );
  });
}
