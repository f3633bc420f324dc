import type { OrderLogAnswer } from '../../api/orderLog';
import { LAYERS, type Layer } from '../../claims/orderLog/codes';
import { keepText } from './keptText';
import { MINUTE_MS, minuteAt, parseMinute, type Minute } from '../../domain/minute';

/** A minute of the reader's own log as it is kept for the charts of this tab: counts, and nothing else of the log. */
export interface KeptMinute {
  readonly minute: Minute;
  readonly layers: Readonly<Record<Layer, number>>;
  readonly reduceOnly: number;
  readonly accepted: number;
}

/** The longest run of attempts without a success in the whole log; `isBounded`: a success stands before and behind it. */
export interface KeptRun {
  readonly from: Minute;
  readonly to: Minute;
  readonly attempts: number;
  readonly isBounded: boolean;
}

export interface KeptLog {
  readonly minutes: readonly KeptMinute[];
  /** undefined: not known. */
  readonly run: KeptRun | undefined;
}

/** More minutes than these are not kept: two weeks of a bot that never rests. */
const MOST_MINUTES = 20_000;
const CELLS = LAYERS.length + 3;

/** Keeps the counts of each minute, and the longest run, for the charts of this tab. */
export function keepLog({ minutes, longestRun: run }: Pick<OrderLogAnswer, 'minutes' | 'longestRun'>): void {
  const rows = minutes.slice(0, MOST_MINUTES).flatMap((one) => {
    const read = parseMinute(one.minute);
    return read.ok ? [[read.value, ...LAYERS.map((layer) => one[layer]), one.reduceOnly, one.accepted]] : [];
  });
  const kept = run === null ? [] : [minuteOf(run.from), minuteOf(run.to), run.attempts, Number(run.bounded)];
  keepText(JSON.stringify([rows, kept]));
}

const minuteOf = (instant: string): Minute => minuteAt(Date.parse(instant));

/** Forgets it. */
export const forgetLog = (): void => {
  keepText(undefined);
};

const areCounts = (row: unknown, cells: number): row is readonly number[] =>
  Array.isArray(row) && row.length === cells && row.every((cell) => Number.isInteger(cell) && cell >= 0);

/** What such a text says, minutes in order; nothing where it is another one's. */
export function keptLog(text: string): KeptLog {
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    all = undefined;
  }
  const [rows, run] = (Array.isArray(all) ? all : []) as readonly unknown[];
  return { minutes: Array.isArray(rows) ? rows.flatMap(minuteOfRow) : [], run: runOfRow(run) };
}

function minuteOfRow(row: unknown): readonly KeptMinute[] {
  if (!areCounts(row, CELLS)) return [];
  const [minute, transport, business, unknown, reduceOnly, accepted] = row as unknown as MinuteRow;
  return [{ minute: minuteAt(minute * MINUTE_MS), layers: { transport, business, unknown }, reduceOnly, accepted }];
}
type MinuteRow = readonly [number, number, number, number, number, number];

function runOfRow(row: unknown): KeptRun | undefined {
  if (!areCounts(row, 4)) return undefined;
  const [from, to, attempts, bounded] = row as unknown as readonly [number, number, number, number];
  return { from: minuteAt(from * MINUTE_MS), to: minuteAt(to * MINUTE_MS), attempts, isBounded: bounded === 1 };
}
