import type { Market } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { claimWords, shapeWords, timeUnitName } from '../../words/en/files';
import { ClaimCheck } from './claims';
import { isHeaderless, layoutOf, type Layout } from './columns';
import { cellsOf } from './cells';
import type { Line, Reading } from './line';
import { linesOf } from './lines';
import { FileRefused } from './refused';
import { MinuteGrid } from './grid';
import { msOf, unitNamed, unitShown, type TimeUnit } from './time';

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
  /**
   * Whether a row's time cannot be read, or is no whole minute in a candle file: any minute without a row may be that row's, so
   * that none of them counts as "no trade".
   */
  readonly hasUnreadable: boolean;
  /** How the file is opened. */
  readonly reading: Reading;
}

type Opened = Pick<Shape, 'layout' | 'unit' | 'isUtc'>;

/** Settles the time unit by the column's name or by the first row's value. */
function opened(layout: Layout, first: Line, path: string): Opened {
  const time = cellsOf(first, path)[layout.places.time]?.trim() ?? '';
  const isUtc = /utc/.test(layout.timeColumn);
  const unit = unitShown(time);
  const named = unitNamed(layout.timeColumn);
  if (unit === undefined || (named !== undefined && named !== unit)) {
    throw new FileRefused(
      shapeWords.noTime(path, first.number, time.slice(0, 40), named === undefined ? undefined : timeUnitName[named]),
    );
  }
  if (unit === 'iso' && !isUtc && !/(Z|UTC|\+00:?00)$/.test(time))
    throw new FileRefused(shapeWords.noZone(path, first.number, time.slice(0, 40)));
  return { layout, unit, isUtc };
}

const timeCellOf = (cells: readonly string[], { layout }: Opened): string => cells[layout.places.time]?.trim() ?? '';

/** A row's time in ms since 1970; NaN where it cannot be read. */
const timeOf = (line: Line, path: string, shape: Opened): number =>
  msOf(timeCellOf(cellsOf(line, path), shape), shape.unit, shape.isUtc);

/** Reads a file row by row and learns its shape. */
class Survey {
  #header: readonly string[] | undefined;
  #layout: Layout | undefined;
  #hasHeader = false;
  #shape: Opened | undefined;
  #claims: ClaimCheck | undefined;
  readonly #grid: MinuteGrid;
  #rows = 0;
  #ascending = true;
  #hasUnreadable = false;
  #newest = -Infinity;

  constructor(
    readonly path: string,
    readonly market: Market,
    readonly nowMs: number,
  ) {
    this.#grid = new MinuteGrid(path);
  }

  take(line: Line): void {
    const cells = cellsOf(line, this.path);
    if (this.#layout === undefined) {
      this.#header = cells;
      this.#hasHeader = !isHeaderless(cells);
      this.#layout = layoutOf(cells, this.path, this.market);
      if (this.#hasHeader) return;
    }
    this.#shape ??= opened(this.#layout, line, this.path);
    this.#claims ??= new ClaimCheck(this.path, this.market, this.#layout.claims);
    this.#claims.take(cells, line);
    this.#rows += 1;
    this.#takeTime(cells, line, this.#shape);
  }

  #takeTime(cells: readonly string[], line: Line, shape: Opened): void {
    const text = timeCellOf(cells, shape);
    const ms = msOf(text, shape.unit, shape.isUtc);
    if (Number.isNaN(ms)) {
      this.#hasUnreadable = true;
      return;
    }
    const endMs = shape.layout.kind === 'candles' ? ms + MINUTE_MS : ms;
    if (endMs > this.nowMs) throw new FileRefused(claimWords.future(this.path, line.number, text.slice(0, 40)));
    if (shape.layout.kind === 'trades') return;
    if (!this.#grid.take(ms, cells[shape.layout.places.closeTime]?.trim(), line)) this.#hasUnreadable = true;
    if (ms < this.#newest) this.#ascending = false;
    else this.#newest = ms;
  }

  end(): Omit<Shape, 'reading'> {
    if (this.#header === undefined) throw new FileRefused(shapeWords.empty(this.path));
    if (this.#shape === undefined) throw new FileRefused(shapeWords.noRows(this.path));
    if (this.#shape.layout.kind === 'candles') this.#grid.end(this.#claims?.saysOneMinute === true);
    return {
      ...this.#shape,
      hasHeader: this.#hasHeader,
      rows: this.#rows,
      ascending: this.#ascending,
      hasUnreadable: this.#hasUnreadable,
    };
  }
}

/**
 * Reads a file once to its end, so that nothing is stored of one that is cut off, damaged or something else further on, and learns
 * its shape. Throws `FileRefused`.
 */
export async function shapeOf(path: string, market: Market, nowMs: number, entry?: string): Promise<Shape> {
  const reading = { market, entry };
  const survey = new Survey(path, market, nowMs);
  for await (const lines of linesOf(path, reading)) for (const line of lines) survey.take(line);
  return { ...survey.end(), reading };
}

/** More than a year of minutes (527,040 in a leap year); so many rows and their lines fit in about 150 MB. */
const SORTED_ROWS = 600_000;

async function* asWritten(path: string, { hasHeader, reading }: Shape): AsyncGenerator<readonly Line[]> {
  let begins = true;
  for await (const lines of linesOf(path, reading)) {
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
  if (shape.rows > SORTED_ROWS) throw new FileRefused(shapeWords.unsorted(path, shape.rows, SORTED_ROWS));
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
