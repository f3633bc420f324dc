import type { ClaimFile, OnBytes } from '../reading/file';
import { Entries } from './entries';
import { logLayoutOf, objectOf, pathsOf, type LogAsked, type LogLayout, type LogSaid } from './layout';
import { cellsOf } from '../reading/cells';
import { Lines, type Line } from '../reading/lines';
import { instantOf, stampOf, type Stamp } from './stamps';
import { MarkWatch, watched } from '../reconstructed';
import { sameBytes } from '../reading/sameBytes';
import type { LogRead } from './answer';
import type { Tally } from './tally';

/** Lines that decide how a log is read. */
const FIRST_LINES = 500;
const SHOWN_LINES = 4;
const MOST_SHOWN = 300;

/** What the first lines of a log show. */
export interface OpenedLog {
  readonly layout: LogLayout;
  readonly firstLines: readonly string[];
  /** What is still to be said before it can be read; nothing of it is guessed. */
  readonly asked: readonly LogAsked[];
  /** Times of the first lines that name their own zone, and that name none. */
  readonly zoned: number;
  readonly zoneless: number;
}

async function firstLinesOf(file: ClaimFile): Promise<readonly Line[]> {
  const lines = new Lines();
  const first: Line[] = [];
  for await (const chunk of file.chunks()) {
    first.push(...lines.take(chunk));
    if (first.length >= FIRST_LINES) return first.slice(0, FIRST_LINES);
  }
  return [...first, ...lines.end()].slice(0, FIRST_LINES);
}

/** How a log is to be read. Throws whatever the file's chunks throw. */
export async function openLog(file: ClaimFile, said: LogSaid = {}): Promise<OpenedLog> {
  const lines = await firstLinesOf(file);
  const layout = logLayoutOf(lines, said);
  const stamps = lines
    .filter(({ number }) => number > layout.headLine)
    .map(({ text }) => stampIn(text, layout, said))
    .filter((stamp) => stamp !== undefined && stamp !== 'invalid');
  const times = stamps.filter((stamp) => stamp !== 'no-year');
  const zoneless = times.filter(({ zone }) => zone === undefined).length;
  const asked: readonly LogAsked[] = [
    ...(stamps.length === 0 ? (['time'] as const) : []),
    ...(times.length < stamps.length ? (['year', 'zone'] as const) : []),
    ...(zoneless > 0 ? (['zone'] as const) : []),
  ];
  const isOpen = (one: LogAsked): boolean => one !== 'zone' || (said.zone ?? layout.zone) === undefined;
  return {
    layout,
    firstLines: lines.slice(0, SHOWN_LINES).map(({ text }) => text.slice(0, MOST_SHOWN)),
    asked: [...new Set(asked)].filter(isOpen),
    zoned: times.length - zoneless,
    zoneless,
  };
}

function stampIn(text: string, { format, columns, names, delimiter }: LogLayout, said: LogSaid): Stamp | undefined {
  if (format === 'text') return stampOf(text, said);
  const { time } = columns;
  if (time === undefined) return undefined;
  if (format === 'csv') return instantOf(cellsOf(text, delimiter)?.[names.indexOf(time)] ?? '', said);
  const object = objectOf(text);
  const value = object === undefined ? undefined : pathsOf(object).find(([path]) => path === time)?.[1];
  return value === undefined ? undefined : instantOf(value, said);
}

/** What a log shows beside its counts. */
export interface LogShown {
  /** Whether it is the worked example, or has entries of it. */
  readonly isReconstructed: boolean;
  /** The line in which it ends without a line end, where its end may be lost. */
  readonly unended: number | undefined;
}

/** Reads a log into a tally, line by line; the whole of it is never in memory. Throws whatever the file's chunks throw. */
export async function readLog(
  file: ClaimFile,
  layout: LogLayout,
  said: LogSaid,
  tally: Tally,
  onBytes?: OnBytes,
): Promise<LogShown> {
  const watch = new MarkWatch(file.name);
  const [lines, entries] = [new Lines(), new Entries(layout, said, file.name)];
  let unended: number | undefined;
  const tell = (of: ReturnType<Entries['take']>): void => {
    for (const read of of) {
      tally.take(read);
      if (read.kind === 'entry') unended ??= read.unended;
    }
  };
  const take = (of: readonly Line[]): void => {
    for (const line of of) tell(entries.take(line));
  };
  for await (const chunk of watched(file, watch).chunks()) {
    take(lines.take(chunk));
    onBytes?.(chunk.length);
  }
  take(lines.end());
  tell(entries.end());
  return { isReconstructed: watch.isSeen, unended };
}

/** A log that was opened, and what is said of it. */
export interface LogReading {
  readonly file: ClaimFile;
  readonly layout: LogLayout;
  readonly said: LogSaid;
}

/** Reads logs into one tally; of logs of the same bytes the first alone. Throws whatever a file's chunks throw. */
export async function readLogs(
  readings: readonly LogReading[],
  tally: Tally,
  onBytes?: OnBytes,
): Promise<readonly LogRead[]> {
  const same = await sameBytes(readings.map(({ file }) => file));
  const logs: LogRead[] = [];
  for (const [place, { file, layout, said }] of readings.entries()) {
    const first = logs[same[place] ?? NaN];
    const shows =
      first === undefined
        ? await readLog(file, layout, said, tally, onBytes)
        : { isReconstructed: first.isReconstructed, unended: undefined };
    logs.push({ name: file.name, layout, said, ...shows, sameAs: first?.name });
  }
  return logs;
}
