import type { OrderLogAnswer } from '../../api/orderLog';
import { LAYERS, type Layer } from '../../claims/orderLog/codes';
import { keepText } from './keptText';
import { minuteAt, parseMinute, type Minute } from '../../domain/minute';

/** A minute of the reader's own log as it is kept for the charts of this tab: counts, and nothing else of the log. */
export interface KeptMinute {
  readonly minute: Minute;
  readonly layers: Readonly<Record<Layer, number>>;
  readonly reduceOnly: number;
  readonly accepted: number;
}

/** More minutes than these are not kept: two weeks of a bot that never rests. */
const MOST_MINUTES = 20_000;
const CELLS = LAYERS.length + 3;

/** Keeps the counts of each minute for the charts of this tab. */
export function keepLog({ minutes }: Pick<OrderLogAnswer, 'minutes'>): void {
  const rows = minutes.slice(0, MOST_MINUTES).flatMap((one) => {
    const read = parseMinute(one.minute);
    return read.ok ? [[read.value, ...LAYERS.map((layer) => one[layer]), one.reduceOnly, one.accepted]] : [];
  });
  keepText(JSON.stringify(rows));
}

/** Forgets it. */
export const forgetLog = (): void => {
  keepText(undefined);
};

/** The minutes of such a text, in order; none where it is another one's. */
export function keptMinutes(text: string): readonly KeptMinute[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown): readonly KeptMinute[] => {
    if (!Array.isArray(row) || row.length !== CELLS || !row.every((cell) => Number.isInteger(cell) && cell >= 0))
      return [];
    const [minute, transport, business, unknown, reduceOnly, accepted] = row as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return [{ minute: minuteAt(minute * 60_000), layers: { transport, business, unknown }, reduceOnly, accepted }];
  });
}
