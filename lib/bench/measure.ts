/** Repeated timings of one piece of work, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly runs: number;
}

/** Runs `work` once unmeasured, then `runs` times; the median is what is quoted, least and most say how noisy the machine was. */
export async function measure(name: string, runs: number, work: () => Promise<unknown> | undefined): Promise<Timing> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { name, medianMs: times[Math.floor(runs / 2)] ?? NaN, leastMs: times[0] ?? NaN, mostMs: times.at(-1) ?? NaN, runs };
}

/** One Markdown row: the figure, its spread, and its ratio to the yardstick of the same run. */
export const rowOf = (timing: Timing, yardstick: Timing): string =>
  `| ${timing.name} | ${ms(timing.medianMs)} | ${ms(timing.leastMs)}–${ms(timing.mostMs)} | ${(timing.medianMs / yardstick.medianMs).toFixed(2)} |`;

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
