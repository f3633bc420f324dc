import type { Market } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { claimWords, shapeWords } from '../../words/en/files';
import { cellsOf } from './cells';
import { ClaimCheck } from './claims';
import { ABSENT } from './columns';
import { contradictionIn } from './fileName';
import { CandleGrid } from './grid';
import { minutesOf, type Interval } from './intervals';
import type { Line, Reading } from './line';
import { linesOf } from './lines';
import { OPENING_LINES, openingOf, type Opening } from './opening';
import { OtherTimes, type OtherTime } from './otherTimes';
import { FileRefused } from './refused';
import type { Role } from './roles';
import type { RowShape } from './rowShape';
import type { Settings } from './settings';
import { msOf } from './time';
import { LastColumn, type Unended } from './unended';

/** How the rows of a file follow one another: by time, newest first, or neither. */
export type Order = 'ascending' | 'descending' | 'unsorted';

/** How a file is to be read, and what one reading to its end showed. */
export interface Shape extends Opening {
  /** What its candles span; of trades a minute, which is made of them. */
  readonly interval: Interval;
  readonly rows: number;
  readonly order: Order;
  /**
   * How many rows have a time that cannot be read, or that is not on the grid of a candle file: any minute without a row may be
   * theirs, so that none of them counts as "no trade".
   */
  readonly unplaced: number;
  readonly otherTimes: readonly OtherTime[];
  /** Its last row, where no line end closes it and a value of it may be cut off. */
  readonly unended: Unended | undefined;
  /** The columns that agree with what the file is imported as. */
  readonly checked: readonly Role[];
  /** The earliest and the latest time, in ms since 1970. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Whether the ids of its trades count up by one throughout: then no trade is missing in between. */
  readonly idsFollow: boolean;
  /** How the file is opened. */
  readonly reading: Reading;
}

/** When a row's candle opens, or its trade was made, in ms since 1970; NaN where it cannot be read. */
export function openMsOf(
  cells: readonly string[],
  { layout, time }: Pick<RowShape, 'layout' | 'time'>,
  interval: Interval,
): number {
  const ms = msOf(cells[layout.places.time]?.trim() ?? '', time);
  return layout.timeIsEnd ? ms - minutesOf(interval) * MINUTE_MS : ms;
}

/** When a row's candle closes; NaN where it says nothing, or nothing that is read. */
export const closeMsOf = (
  cells: readonly string[],
  { layout, closeTime }: Pick<RowShape, 'layout' | 'closeTime'>,
): number => (closeTime === undefined ? NaN : msOf(cells[layout.places['close-time']]?.trim() ?? '', closeTime));

/** Whether the ids of trades count by one, up or (in a file of the newest first) down. */
class IdChain {
  #before: readonly [first: number, last: number] | undefined;
  #step = 0;
  holds = true;

  take(first: string | undefined, last: string | undefined): void {
    if (!this.holds) return;
    const [from, to] = [Number(first), Number(last)];
    const sound = Number.isSafeInteger(from) && Number.isSafeInteger(to) && first !== '' && to >= from;
    if (sound && this.#before !== undefined) {
      const step = from === this.#before[1] + 1 ? 1 : to === this.#before[0] - 1 ? -1 : 0;
      this.holds = step !== 0 && (this.#step === 0 || this.#step === step);
      this.#step = step;
    } else this.holds = sound;
    this.#before = [from, to];
  }
}

/** Reads a file row by row and learns its shape. */
class Survey {
  readonly #grid: CandleGrid;
  readonly #claims: ClaimCheck;
  readonly #others: OtherTimes;
  readonly #ids = new IdChain();
  readonly #last: LastColumn;
  #unended: Unended | undefined;
  #rows = 0;
  #unplaced = 0;
  #ascends = true;
  #descends = true;
  #before: number | undefined;
  #firstMs = Infinity;
  #lastMs = -Infinity;

  constructor(
    readonly path: string,
    market: Market,
    readonly opening: Opening,
    readonly settings: Settings,
    readonly interval: Interval,
    readonly nowMs: number,
  ) {
    const { layout } = opening;
    this.#grid = new CandleGrid(path, settings.readAs.interval);
    this.#claims = new ClaimCheck(path, market, layout.places, interval);
    this.#others = new OtherTimes(path, layout, settings);
    this.#last = new LastColumn(layout);
  }

  take(line: Line): void {
    const { opening, path } = this;
    const { layout } = opening;
    const cells = cellsOf(line, path, opening.delimiter);
    this.#rows += 1;
    this.#claims.take(cells, line);
    if (line.isUnended === true) this.#unended = this.#last.unended(cells, line.number, line.text);
    else this.#last.take(cells);
    if (layout.kind === 'trades') this.#takeId(cells);
    const ms = openMsOf(cells, opening, this.interval);
    if (Number.isNaN(ms)) {
      this.#unplaced += 1;
      return;
    }
    const endMs = layout.kind === 'candles' ? ms + minutesOf(this.interval) * MINUTE_MS : ms;
    if (endMs > this.nowMs)
      throw new FileRefused(
        claimWords.future(path, line.number, (cells[layout.places.time] ?? '').trim().slice(0, 40)),
      );
    this.#others.take(layout.timeIsEnd ? endMs : ms, cells, line);
    this.#takeOrder(ms);
    if (layout.kind === 'candles' && !this.#grid.take(ms, closeMsOf(cells, opening), line)) this.#unplaced += 1;
  }

  #takeId(cells: readonly string[]): void {
    const { places } = this.opening.layout;
    const [from, to] = places['first-id'] === ABSENT ? [places.id, places.id] : [places['first-id'], places['last-id']];
    this.#ids.take(cells[from], cells[to]);
  }

  #takeOrder(ms: number): void {
    const before = this.#before;
    if (before !== undefined && ms < before) this.#ascends = false;
    if (before !== undefined && ms > before) this.#descends = false;
    this.#before = ms;
    if (ms < this.#firstMs) this.#firstMs = ms;
    if (ms > this.#lastMs) this.#lastMs = ms;
  }

  end(): Omit<Shape, 'reading'> {
    const { opening, interval } = this;
    if (this.#rows === 0) throw new FileRefused(shapeWords.noRows(this.path));
    if (opening.layout.kind === 'candles') this.#grid.end(this.#claims.saysInterval);
    return {
      ...opening,
      interval,
      rows: this.#rows,
      order: this.#ascends ? 'ascending' : this.#descends ? 'descending' : 'unsorted',
      unplaced: this.#unplaced,
      otherTimes: this.#others.found,
      unended: this.#unended,
      checked: this.#claims.checked,
      firstMs: this.#firstMs,
      lastMs: this.#lastMs,
      idsFollow: opening.layout.kind === 'trades' && this.#ids.holds,
    };
  }
}

/** What a file's rows are compared with: what it is imported as, and when. */
export interface Expected {
  readonly market: Market;
  readonly settings: Settings;
  readonly nowMs: number;
  /** The file of a zip that is read. */
  readonly entry?: string | undefined;
}

/**
 * Reads a file once to its end, so that nothing is stored of one that is cut off, damaged or something else further on, and learns
 * its shape. Throws `FileRefused`.
 */
export async function shapeOf(path: string, { market, settings, nowMs, entry }: Expected): Promise<Shape> {
  const reading = { market, entry };
  let waiting: Line[] = [];
  let survey: Survey | undefined;
  const begin = (): Survey => {
    const opening = openingOf(waiting.slice(0, OPENING_LINES), path, market, settings);
    const interval = opening.layout.kind === 'trades' ? '1m' : (settings.readAs.interval ?? '1m');
    checkBanner(waiting.slice(0, opening.bannerLines), market, interval, opening.layout.kind === 'trades', path);
    const begun = new Survey(path, market, opening, settings, interval, nowMs);
    for (const line of waiting.slice(headLines(opening))) begun.take(line);
    waiting = [];
    return begun;
  };
  for await (const lines of linesOf(path, reading)) {
    if (survey === undefined) {
      for (const line of lines) waiting.push(line);
      if (waiting.length >= OPENING_LINES) survey = begin();
    } else for (const line of lines) survey.take(line);
  }
  return { ...(survey ?? begin()).end(), reading };
}

function checkBanner(
  banner: readonly Line[],
  market: Market,
  interval: Interval,
  isTrades: boolean,
  path: string,
): void {
  for (const { number, text } of banner) {
    const fault = contradictionIn(text.slice(0, 200), market, interval, isTrades);
    if (fault !== undefined) throw new FileRefused(claimWords.banner(path, number, fault));
  }
}

const headLines = ({ bannerLines, hasHeader }: Opening): number => bannerLines + (hasHeader ? 1 : 0);

/** More than a year of minutes (527,040 in a leap year); so many rows and their lines fit in about 150 MB. */
const SORTED_ROWS = 600_000;

async function* asWritten(path: string, shape: Shape): AsyncGenerator<readonly Line[]> {
  let head = headLines(shape);
  for await (const lines of linesOf(path, shape.reading)) {
    yield head > 0 ? lines.slice(head) : lines;
    head = Math.max(0, head - lines.length);
  }
}

/**
 * A file's rows, without its header: trades as they stand, candles by time. A candle file that is not in order is sorted, rows
 * of one minute staying as they stand; a longer one than is sorted in memory is refused.
 */
export async function* rowsOf(path: string, shape: Shape): AsyncGenerator<readonly Line[]> {
  if (shape.order === 'ascending' || shape.layout.kind === 'trades') {
    yield* asWritten(path, shape);
    return;
  }
  if (shape.rows > SORTED_ROWS) throw new FileRefused(shapeWords.unsorted(path, shape.rows, SORTED_ROWS));
  const all: { readonly ms: number; readonly line: Line }[] = [];
  for await (const lines of asWritten(path, shape)) {
    for (const line of lines) {
      const ms = openMsOf(cellsOf(line, path, shape.delimiter), shape, shape.interval);
      all.push({ ms: Number.isNaN(ms) ? -Infinity : ms, line });
    }
  }
  // Never a difference: −Infinity − −Infinity is no order.
  all.sort((a, b) => (a.ms < b.ms ? -1 : a.ms > b.ms ? 1 : 0));
  yield all.map(({ line }) => line);
}
