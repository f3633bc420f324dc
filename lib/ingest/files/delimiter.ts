import type { Line } from './line';
import { DELIMITERS, type Delimiter } from './settings';

/** How the lines of a file are cut, and where its rows begin. */
export interface Cut {
  readonly delimiter: Delimiter;
  /** Lines before the header or the first row: a vendor's address, a remark. */
  readonly banner: readonly Line[];
}

/** A trade has a time, a price and an amount. */
const FEWEST_CELLS = 3;
/** A banner is a line or two. */
const MOST_BANNER = 5;

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? NONE) + 1);
  return [...times].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

const NONE = 0;
const countOf = (counts: readonly number[], i: number): number => counts[i] ?? Infinity;

/** How many cells a delimiter makes of a text; one between quotes divides nothing. */
function cellsBy(delimiter: Delimiter, text: string): number {
  let [cells, isQuoted] = [1, false];
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === delimiter && !isQuoted) cells += 1;
  }
  return cells;
}

/**
 * How the first lines of a file are cut. Tabs and semicolons go before commas: where they divide, a comma is a decimal mark. Undefined:
 * by none of the three into three cells or more.
 */
export function cutOf(lines: readonly Line[], said: Delimiter | undefined): Cut | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  if (first.cells !== undefined) return { delimiter: ',', banner: [] };
  const order = said === undefined ? [...DELIMITERS].reverse() : [said];
  for (const delimiter of order) {
    const counts = lines.map(({ text }) => cellsBy(delimiter, text));
    const width = mostFrequent(counts.slice(counts.length > MOST_BANNER ? MOST_BANNER : 0));
    if (width < FEWEST_CELLS) continue;
    // A row that is cut off is no banner: what comes first has fewer cells than any row, or is a remark.
    const begins = lines.findIndex((line, i) => counts[i] === width && !line.text.startsWith('#'));
    const banner = lines.slice(0, begins);
    const isBanner = banner.every((line, i) => line.text.startsWith('#') || countOf(counts, i) < FEWEST_CELLS);
    return { delimiter, banner: banner.length <= MOST_BANNER && isBanner ? banner : [] };
  }
  return undefined;
}
