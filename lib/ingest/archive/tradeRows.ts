import type { Market } from '../../domain/market';
import { formatMinute, minuteAt, type Minute } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import { cellsOf } from '../files/cells';
import type { TradeColumn } from '../files/rowShape';
import type { Line } from '../files/lines';
import type { TradeArchive } from './archive';
import { layoutIn, misplaced, type Layout } from './layout';
import { packedLines, type Packed } from './lines';
import { timeIn } from './time';

/** A row of a file of trades, in its place; what it traded is read by the rules of imported files. */
export interface TradeRow {
  readonly line: Line;
  readonly ms: number;
  readonly minute: Minute;
  readonly id: string;
}

/** Between two rows whose ids do not follow one another: what happened from the minute of the one to that of the other is not known. */
export interface Skip {
  readonly from: Minute;
  readonly to: Minute;
  readonly afterId: string;
}

/** A file whose rows cannot be put in order, which no answer can be built from. */
export class Disordered extends Error {
  override readonly name = 'Disordered';
}

/** A file of trades of one market, and how it is read. */
export interface TradeFile {
  readonly file: string;
  readonly packed: Packed;
  readonly archive: TradeArchive;
  /** The market under the ticker it had then. */
  readonly named: Market;
}

/** Ids are given out a moment before times: a row may be so many minutes earlier than the one before it. */
export const LATE_MINUTES = 1;

const COLUMNS: readonly TradeColumn[] = ['time', 'price', 'amount', 'id', 'first', 'last'];
const NEEDED = ['time', 'price', 'amount', 'id'] as const;

/** Reads the rows of a file in order; called with each chunk of them, its layout, and what ids leave out. */
export class TradeReader {
  layout: Layout<TradeColumn> | undefined;
  readonly skips: Skip[] = [];
  #before: TradeRow | undefined;
  #newest: TradeRow | undefined;

  constructor(readonly of: TradeFile) {}

  /**
   * The rows in the order they stand in. A row sent twice in a row comes once. Throws `Damaged` for a file that cannot be unpacked,
   * `Disordered` where it is another market's, or a row's place cannot be read or lies before that of earlier ones.
   */
  async *rows(): AsyncGenerator<readonly TradeRow[]> {
    const { file, packed } = this.of;
    for await (const lines of packedLines(file, packed)) {
      const rows: TradeRow[] = [];
      for (const line of lines) {
        const cells = cellsOf(line, file);
        const layout = this.layout ?? this.#opened(cells);
        if (this.layout === undefined) {
          this.layout = layout;
          if (layout.hasHeader) continue;
        }
        const row = this.#placed(line, cells, layout);
        if (row !== undefined) rows.push(row);
      }
      yield rows;
    }
  }

  #opened(cells: readonly string[]): Layout<TradeColumn> {
    const layout = layoutIn(cells, this.of.archive, COLUMNS, NEEDED);
    if (typeof layout === 'string') throw new Disordered(layout);
    return layout;
  }

  #placed(line: Line, cells: readonly string[], layout: Layout<TradeColumn>): TradeRow | undefined {
    const { archive, named } = this.of;
    const fault = (what: string): Disordered => new Disordered(archiveWords.badLine(line.number, what));
    const stray = misplaced(cells, layout, archive, named);
    if (stray !== undefined) throw fault(stray);
    const ms = timeIn(cells[layout.places.time], archive);
    if (typeof ms === 'string') throw fault(ms);
    const id = (cells[layout.places.id] ?? '').trim();
    const row: TradeRow = { line, ms, minute: minuteAt(ms), id };
    const [before, newest] = [this.#before, this.#newest];
    if (id !== '' && id === before?.id) return undefined;
    if (archive.ids === 'consecutive') this.#follow(row, before, fault);
    if (newest !== undefined && row.minute < newest.minute - LATE_MINUTES) {
      const [found, later] = [row, newest].map(({ minute }) => archiveWords.tradeOf(formatMinute(minute)));
      throw fault(archiveWords.disordered(found ?? '', later ?? ''));
    }
    this.#before = row;
    if (newest === undefined || ms > newest.ms) this.#newest = row;
    return row;
  }

  /** Ids count up by one; where they skip, the gap is noted. */
  #follow(row: TradeRow, before: TradeRow | undefined, fault: (what: string) => Disordered): void {
    if (!/^\d+$/.test(row.id)) throw fault(archiveWords.noId);
    if (before === undefined) return;
    const step = BigInt(row.id) - BigInt(before.id);
    if (step < 0n) throw fault(archiveWords.disordered(archiveWords.idOf(row.id), archiveWords.idOf(before.id)));
    if (step !== 1n)
      this.skips.push({
        from: Math.min(before.minute, row.minute) as Minute,
        to: (Math.max(before.minute, row.minute) + 1) as Minute,
        afterId: before.id,
      });
  }
}
