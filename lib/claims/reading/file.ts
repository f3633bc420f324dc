import type { Row } from '../fill';
import { layoutOf, type Layout, type Said } from './layout';
import { cellsOf } from './cells';
import { isDamaged } from './encoding';
import { Lines, type Line } from './lines';
import { Rows } from './rows';
import { timeIn } from './times';

/** A file that can be read from its beginning again and again: a browser's `File`, or a path. It is never held whole. */
export interface ClaimFile {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file without line ends: no lines to read. */
export class NoLines extends Error {}

/** A file without a head that can be read, and with bytes at its beginning that are neither UTF-8 nor UTF-16: GBK, Latin-1, or no text. */
export class NotUtf8 extends Error {}

/** What the first lines of a file show. */
export interface Recognised {
  readonly layout: Layout;
  /** The first rows, for whoever is asked about the columns. */
  readonly firstRows: readonly (readonly string[])[];
  /** Whether these name their own instants, so that no zone is asked for. */
  readonly isFixed: boolean;
}

/** Lines that decide how a file is read. */
const FIRST_LINES = 200;
const SHOWN_ROWS = 3;

async function firstLinesOf(file: ClaimFile): Promise<readonly Line[]> {
  const lines = new Lines();
  const first: Line[] = [];
  for await (const chunk of file.chunks()) {
    first.push(...lines.take(chunk));
    if (first.length === 0 && lines.isLong) throw new NoLines();
    if (first.length >= FIRST_LINES) return first.slice(0, FIRST_LINES);
  }
  return [...first, ...lines.end()].slice(0, FIRST_LINES);
}

/** How a file is to be read; undefined: none of its first lines is a head of fills. Throws `NoLines`, `NotUtf8`, and whatever the file's chunks throw. */
export async function recognise(file: ClaimFile, said: Said = {}): Promise<Recognised | undefined> {
  const lines = await firstLinesOf(file);
  const layout = layoutOf(lines, said);
  if (layout === undefined) {
    if (lines.some(({ text }) => isDamaged(text))) throw new NotUtf8();
    return undefined;
  }
  const rows = lines
    .filter(({ number }) => number > layout.headLine)
    .map(({ text }) => cellsOf(text, layout.delimiter) ?? [text]);
  const times =
    layout.columns.time === undefined ? [] : rows.map((cells) => timeIn(cells[layout.columns.time ?? -1] ?? ''));
  const read = times.filter((time) => time !== undefined);
  return {
    layout,
    firstRows: rows.slice(0, SHOWN_ROWS),
    isFixed: read.length > 0 && read.every(({ zone }) => zone !== undefined),
  };
}

/** How far a reading is. */
export type OnBytes = (bytes: number) => void;

/** The rows of a file, those of a chunk at a time. */
export async function* rowsOf(
  file: ClaimFile,
  layout: Layout,
  said: Said,
  onBytes?: OnBytes,
): AsyncGenerator<readonly Row[]> {
  const lines = new Lines();
  const rows = new Rows(layout, said, file.name);
  const read = (of: readonly Line[]): readonly Row[] => of.flatMap((line) => rows.take(line));
  for await (const chunk of file.chunks()) {
    yield read(lines.take(chunk));
    onBytes?.(chunk.length);
  }
  yield read(lines.end());
  yield rows.end();
}
