import type { Market } from '../../domain/market';
import { archiveWords } from '../../words/en/archive';
import type { Places } from '../files/columns';
import type { ArchiveFiles, Meaning } from './archive';

/** Where the columns of an archive's file stand; -1 where it has none. */
export interface Layout<Column extends string> {
  readonly places: Places<Column>;
  readonly symbol: number;
  /** How many cells a whole row has. */
  readonly width: number;
  readonly hasHeader: boolean;
}

interface Columns<Column extends string> extends Pick<ArchiveFiles, 'columns'> {
  readonly meanings: Readonly<Record<string, Meaning<Column>>>;
}

const ABSENT = -1;

/** A first line of names: no time and no id begins with a letter. OKX's older names go on in another language behind a slash. */
const isHeader = (cells: readonly string[]): boolean => /^"?\uFEFF?[a-z_]{2,}/i.test((cells[0] ?? '').trim());

const plainName = (name: string): string =>
  (name.split('/')[0] ?? '')
    .replace(/["\uFEFF]/g, '')
    .trim()
    .toLowerCase();

/**
 * How a file is laid out, by its own header line where it has one, else by the archive's habit; or what is wrong with it: a header
 * line without a column that is needed.
 */
export function layoutIn<Column extends string>(
  first: readonly string[],
  { columns, meanings }: Columns<Column>,
  all: readonly Column[],
  needed: readonly Column[],
): Layout<Column> | string {
  const hasHeader = isHeader(first);
  const names = (hasHeader ? first : columns).map(plainName);
  const placeOf = (meaning: Meaning<Column>): number => names.findIndex((name) => meanings[name] === meaning);
  const places = Object.fromEntries(all.map((column) => [column, placeOf(column)])) as Places<Column>;
  const lacking = needed.filter((column) => places[column] === ABSENT);
  if (lacking.length > 0) return archiveWords.otherColumns(names.join(', ').slice(0, 200), lacking);
  return { places, symbol: placeOf('symbol'), width: names.length, hasHeader };
}

/** What is wrong with a row of another market, where rows say which they are of. */
export function misplaced(
  cells: readonly string[],
  { symbol: at }: Pick<Layout<string>, 'symbol'>,
  { symbol }: Pick<ArchiveFiles, 'symbol'>,
  named: Market,
): string | undefined {
  const found = at === ABSENT ? undefined : cells[at]?.trim();
  const wanted = symbol?.(named);
  return found === undefined || wanted === undefined || found === wanted
    ? undefined
    : archiveWords.otherMarket(found.slice(0, 30), wanted);
}
