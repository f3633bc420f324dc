import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { VENUES } from '../venues/table';

/** Whether ccxt has a class of that name; its package is not loaded for that. */
function isCcxtClass(venue: string): boolean {
  const entry = createRequire(import.meta.url).resolve('ccxt');
  return existsSync(entry.replace(/([\\/]node_modules[\\/]ccxt)[\\/].*$/, `$1/js/src/${venue}.js`));
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
export function lettersApart(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? Infinity) + 1, (row[j - 1] ?? Infinity) + 1));
    }
    before = row;
  }
  return before[b.length] ?? Infinity;
}

/**
 * The venue nearest in spelling to one that is not known: neither here nor to ccxt. Undefined: it is known. A file of a venue that can
 * no longer be asked is imported under its id in ccxt.
 */
export function unknownVenue(venue: string): string | undefined {
  const known = [...VENUES.keys()];
  if (known.some((one) => one === venue) || isCcxtClass(venue)) return undefined;
  return known.reduce((a, b) => (lettersApart(venue, b) < lettersApart(venue, a) ? b : a));
}
