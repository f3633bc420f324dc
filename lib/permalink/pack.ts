import { MOST_BUNDLED_DAYS } from '../api/limits';
import type { Ignored } from '../domain/ignored';
import { minutesIn, MINUTES_PER_DAY, type MinuteRange } from '../domain/minute';
import { ZONES, type Zone } from '../domain/zone';
import type { BrokenPermalink } from '../words/permalinks';
import { isTooLongFor } from './forms';
import { readPermalink } from './permalink';
import { writePath, type Search } from './query';
import { shortAddress } from './short/short';
import { viewPath, type View } from './view';

/** The clocks that a pack can show beside UTC: those that every machine has. A reader's own clock is not the server's. */
export const PACK_ZONES: readonly Zone[] = ZONES.filter((zone) => zone !== 'local');

/** The fields of the page of a pack: each exhibit's address, in order. */
export const EXHIBIT_FIELD = 'view';
export const ZONE_FIELD = 'zone';

/** The addresses of exhibits that an address names, in order; one field may have several, with spaces or line breaks between. */
export const exhibitsIn = (search: Search): readonly string[] =>
  search.getAll(EXHIBIT_FIELD).flatMap((text) => text.split(/\s+/).filter((one) => one !== ''));

/** The page of a pack of these exhibits. */
export const packPath = (addresses: readonly string[]): string =>
  writePath(
    '/pack',
    addresses.map((address) => [EXHIBIT_FIELD, address]),
  );

/** How a view is written in the list of exhibits: as short as it can be. */
export const exhibitAddress = (view: View): string => shortAddress(viewPath(view)) ?? viewPath(view);

/** An address as an exhibit, or why it is none. */
export type ExhibitRead =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'broken'; readonly broken: BrokenPermalink }
  /** What a page would ignore with a notice. */
  | { readonly kind: 'ignored'; readonly ignored: readonly Ignored[] }
  | { readonly kind: 'too-long'; readonly days: number; readonly mostDays: number };

/** Reads an address strictly: an exhibit shows what its address says, or there is none. `window` is never what is shown. */
export function readExhibit(text: string, window: MinuteRange): ExhibitRead {
  const read = readPermalink(text, window);
  if (read.kind !== 'view') return { kind: 'broken', broken: read };
  const { view, ignored } = read.written;
  if (ignored.length > 0) return { kind: 'ignored', ignored };
  return isTooLongFor(view, 'zip')
    ? {
        kind: 'too-long',
        days: Math.ceil(minutesIn(view.question.range) / MINUTES_PER_DAY),
        mostDays: MOST_BUNDLED_DAYS,
      }
    : { kind: 'view', view };
}

/** A list without one of its entries, or with it one place earlier or later. */
export function rearranged<T>(list: readonly T[], at: number, change: 'remove' | 'earlier' | 'later'): readonly T[] {
  const others = list.filter((_, i) => i !== at);
  if (change === 'remove') return others;
  const to = Math.min(others.length, Math.max(0, at + (change === 'earlier' ? -1 : 1)));
  return [...others.slice(0, to), ...list.slice(at, at + 1), ...others.slice(to)];
}
