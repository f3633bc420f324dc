import { isHeaderless, layoutOf, type Layout } from './columns';
import { cellsOf, linesOf, type Line } from './lines';
import { FileRefused } from './refused';
import { msOf, TIME_UNIT_NAMES, unitNamed, unitShown, type TimeUnit } from './time';

/** How a file is to be read, and what one reading to its end showed. */
export interface Shape {
  readonly layout: Layout;
  readonly unit: TimeUnit;
  /** Its times are UTC though they do not say so, because their column does. */
  readonly isUtc: boolean;
  readonly hasHeader: boolean;
  readonly rows: number;
  /** Whether the times of a candle file never go back; of trades it is not looked at. */
  readonly ascending: boolean;
}

type Opened = Pick<Shape, 'layout' | 'unit' | 'isUtc'>;

/** Settles the time unit by the column's name or by the first row's value. */
function opened(header: readonly string[], first: Line, path: string): Opened {
  const layout = layoutOf(header, path);
  const time = cellsOf(first, path)[layout.places.time]?.trim() ?? '';
  const isUtc = /utc/.test(layout.timeColumn);
  const unit = unitShown(time);
  const named = unitNamed(layout.timeColumn);
  if (unit === undefined || (named !== undefined && named !== unit)) {
    throw new FileRefused(
      `${path}, line ${String(first.number)}: "${time.slice(0, 40)}" is not a time in ${named === undefined ? 'seconds, milliseconds or microseconds since 1970, nor ISO 8601' : TIME_UNIT_NAMES[named]}; write one like 1760131200000 or 2025-10-10T21:20:00Z`,
    );
  }
  if (unit === 'iso' && !isUtc && !/(Z|UTC|\+00:?00)$/.test(time)) {
    throw new FileRefused(
      `${path}, line ${String(first.number)}: "${time.slice(0, 40)}" names no time zone; write UTC with a Z, or call the column time(UTC)`,
    );
  }
  return { layout, unit, isUtc };
}

/** A row's time in ms since 1970; NaN where it cannot be read. */
const timeOf = (line: Line, path: string, { layout, unit, isUtc }: Opened): number =>
  msOf(cellsOf(line, path)[layout.places.time]?.trim() ?? '', unit, isUtc);

/**
 * Reads a file once to its end, so that nothing is stored of one that is cut off or damaged further on, and learns its shape.
 * Throws `FileRefused`.
 */
export async function shapeOf(path: string): Promise<Shape> {
  let header: readonly string[] | undefined;
  let hasHeader = false;
  let shape: Opened | undefined;
  let rows = 0;
  let ascending = true;
  let newest = -Infinity;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (header === undefined) {
        header = cellsOf(line, path);
        hasHeader = !isHeaderless(header);
        layoutOf(header, path);
        if (hasHeader) continue;
      }
      shape ??= opened(header, line, path);
      rows += 1;
      if (shape.layout.kind === 'trades' || !ascending) continue;
      const ms = timeOf(line, path, shape);
      if (ms < newest) ascending = false;
      else if (!Number.isNaN(ms)) newest = ms;
    }
  }
  if (header === undefined) throw new FileRefused(`${path}: empty; nothing was imported`);
  if (shape === undefined) throw new FileRefused(`${path}: a header without rows; nothing was imported`);
  return { ...shape, hasHeader, rows, ascending };
}

/** More than a year of minutes (527,040 in a leap year); so many rows and their lines fit in about 150 MB. */
const SORTED_ROWS = 600_000;

async function* asWritten(path: string, { hasHeader }: Shape): AsyncGenerator<readonly Line[]> {
  let begins = true;
  for await (const lines of linesOf(path)) {
    yield begins && hasHeader ? lines.slice(1) : lines;
    if (lines.length > 0) begins = false;
  }
}

/**
 * A file's rows, without its header: trades as they stand, candles by time. A candle file that is not in order is sorted, rows
 * of one minute staying as they stand; a longer one than is sorted in memory is refused.
 */
export async function* rowsOf(path: string, shape: Shape): AsyncGenerator<readonly Line[]> {
  if (shape.ascending) {
    yield* asWritten(path, shape);
    return;
  }
  if (shape.rows > SORTED_ROWS) {
    throw new FileRefused(
      `${path}: its ${String(shape.rows)} rows are not in the order of time, and more than ${String(SORTED_ROWS)} are not sorted here; sort the file by time, or cut it into one file a year (nothing was imported)`,
    );
  }
  const all: { readonly ms: number; readonly line: Line }[] = [];
  for await (const lines of asWritten(path, shape)) {
    for (const line of lines) {
      const ms = timeOf(line, path, shape);
      all.push({ ms: Number.isNaN(ms) ? -Infinity : ms, line });
    }
  }
  // Never a difference: −Infinity − −Infinity is no order.
  all.sort((a, b) => (a.ms < b.ms ? -1 : a.ms > b.ms ? 1 : 0));
  yield all.map(({ line }) => line);
}
