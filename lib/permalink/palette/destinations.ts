import { EVENT_IDS, type EventId } from '../../domain/events/event';
import { EVENTS } from '../../domain/events/presets';
import { type Venue } from '../../domain/market';
import {
  dayOf,
  formatMinute,
  overlap,
  parseMinute,
  wholeDay,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { everyName } from '../../words/everyName';
import { venueName } from '../../words/venues';
import { plainEventPath } from '../events';
import { segmentsOf } from '../segments';
import { venuePath } from '../venue';
import { writePath, type Fields } from '../query';
import { isPartOfDay, minuteTyped, typedWhen, type TypedWhen } from './when';
import { pastedLink } from './link';
import { rankOf, type Rank } from './names';

/** An asset with data. */
export interface HeldAsset {
  readonly asset: string;
  /** As people write it. */
  readonly name: string;
  readonly venues: readonly string[];
  readonly range: MinuteRange;
}

/** What the palette knows when something is typed into it. */
export interface PaletteScene {
  readonly assets: readonly HeldAsset[];
  /** Pages beside those of assets, with their names. */
  readonly pages: readonly { readonly page: string; readonly name: string }[];
  /** The address of the page it was opened on. */
  readonly here: { readonly pathname: string; readonly search: string };
}

/** Where a reader may go, and the address, which begins with a slash. */
export type Destination = { readonly path: string } & (
  | { readonly kind: 'link' }
  | { readonly kind: 'minute'; readonly name: string; readonly at: Minute; readonly venue: Venue | undefined }
  | { readonly kind: 'day'; readonly name: string; readonly day: Day; readonly venue: Venue | undefined }
  | { readonly kind: 'asset'; readonly name: string; readonly venue: Venue | undefined }
  | { readonly kind: 'venue'; readonly venue: Venue }
  | { readonly kind: 'event'; readonly event: EventId }
  | { readonly kind: 'page'; readonly page: string; readonly name: string }
);

/** More than fit a screen are not read. */
const MOST = 8;
/** What is typed is a line, and a pasted address at its longest. */
const MOST_TYPED = 4_000;

/** Where what was typed may lead, the likeliest first; with nothing typed, the events and pages. Never throws. */
export function destinations(typed: string, scene: PaletteScene): readonly Destination[] {
  const text = typed.slice(0, MOST_TYPED).trim();
  const link = pastedLink(text, {
    assets: scene.assets.map(({ asset }) => asset),
    pages: scene.pages.map(({ page }) => page),
  });
  if (link !== undefined) return [{ kind: 'link', path: link }];
  if (text === '') return [...eventsHeld(scene).map(eventOf), ...pagesOf(scene)].slice(0, MOST);
  const when = typedWhen(text);
  // A reader sent to another time than the one that was typed would not notice.
  if (when.unreal !== undefined) return [];
  const found = [
    ...(when.clock === undefined && when.day === undefined ? [] : timesOf(when, scene)),
    ...named(when.clock === undefined && when.day === undefined ? when.rest : '', scene),
    ...(when.clock === undefined ? EVENT_IDS.filter((event) => isOfDay(event, when.day)).map(eventOf) : []),
    ...EVENT_IDS.filter((event) => isPartOfDay(text, dayOfEvent(event))).map(eventOf),
  ];
  const paths = new Set<string>();
  return found.filter(({ path }) => !paths.has(path) && paths.add(path)).slice(0, MOST);
}

/** What is written there as a day or a time and is none; undefined: all of it may be one, or it is a link. */
export const unrealIn = (typed: string): string | undefined => typedWhen(typed.slice(0, MOST_TYPED)).unreal;

const eventOf = (event: EventId): Destination => ({ kind: 'event', event, path: plainEventPath(event) });
const pagesOf = ({ pages }: PaletteScene): readonly Destination[] =>
  pages.map(({ page, name }) => ({ kind: 'page', page, name, path: writePath(`/${page}`, []) }));

/** The latest first, those without data last. */
const eventsHeld = ({ assets }: PaletteScene): readonly EventId[] => {
  const isHeld = (event: EventId): boolean => assets.some(({ range }) => touches(event, range));
  return [...EVENT_IDS].reverse().sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)));
};

const touches = (event: EventId, range: MinuteRange): boolean => {
  const window = windowOfEvent(event);
  return window !== undefined && overlap(window, range) !== undefined;
};
const windowOfEvent = (event: EventId): MinuteRange | undefined => EVENTS.find(({ id }) => id === event)?.window;
function dayOfEvent(event: EventId): Day {
  const read = parseMinute(`${event}T00:00Z`);
  return dayOf(read.ok ? read.value : (0 as Minute));
}
const isOfDay = (event: EventId, day: Day | undefined): boolean => day !== undefined && dayOfEvent(event) === day;

/** A minute or a day, of the asset that was named beside it, or that the page shows, or of those held. */
function timesOf(when: TypedWhen, scene: PaletteScene): readonly Destination[] {
  const named = namedIn(when.rest, scene);
  const { assets, venue } = named.assets.length > 0 ? named : tradedOn(when.rest, scene);
  return assets.flatMap((held): readonly Destination[] => {
    const usual = usualDay(held, scene);
    const at = minuteTyped(when, usual);
    if (at !== undefined)
      return [{ kind: 'minute', name: held.name, at, venue, path: minutePath(held, at, venue, scene) }];
    return when.clock !== undefined || when.day === undefined
      ? []
      : [{ kind: 'day', name: held.name, day: when.day, venue, path: dayPath(held, when.day, venue, scene) }];
  });
}

interface NamedIn {
  readonly assets: readonly HeldAsset[];
  readonly venue: Venue | undefined;
}

/** A text as it was typed and, where a market stands in it, with its asset alone: `ATOM/USDT` and `ATOM/USDT:USDT` are markets of ATOM. */
const readings = (text: string): ReadonlySet<string> => new Set([text, text.replace(/(?<=[^\s/])\/[^\s/]+/g, '')]);

/** Assets and the venue among words, and of a market its asset; several words may name one asset, "Cosmos Hub", or an asset and a venue, "gate ATOM". */
function namedIn(text: string, scene: PaletteScene): NamedIn {
  for (const one of readings(text)) {
    const found = namedAs(one, scene);
    if (found.assets.length > 0) return found;
  }
  return { assets: [], venue: undefined };
}

function namedAs(text: string, scene: PaletteScene): NamedIn {
  if (text === '') {
    const here = hereOf(scene).asset;
    return { assets: here === undefined ? scene.assets.slice(0, MOST) : [here], venue: undefined };
  }
  const words = text.split(/[\s/,:]+/);
  for (let cut = 0; cut <= words.length; cut += 1) {
    for (const [one, other] of [
      [words.slice(0, cut), words.slice(cut)],
      [words.slice(cut), words.slice(0, cut)],
    ] as const) {
      const assets = best(scene.assets, one.join(' '), namesOfAsset);
      const venue = other.length === 0 ? undefined : best(venuesOf(assets), other.join(' '), namesOfVenue)[0];
      if (assets.length > 0 && (other.length === 0 || venue !== undefined)) return { assets, venue };
    }
  }
  return { assets: [], venue: undefined };
}

/** What a venue trades that is named alone: the page's asset, else all of it. */
function tradedOn(text: string, scene: PaletteScene): NamedIn {
  const venue = best(venuesOf(scene.assets), text, namesOfVenue)[0];
  if (venue === undefined) return { assets: [], venue };
  const here = hereOf(scene).asset;
  const traded = scene.assets.filter(({ venues }) => venues.includes(venue));
  return { assets: here !== undefined && traded.includes(here) ? [here] : traded.slice(0, MOST), venue };
}

const namesOfAsset = ({ asset, name }: HeldAsset): readonly string[] => [asset, name, ...everyName('asset', asset)];
const namesOfVenue = (venue: Venue): readonly string[] => [venueName(venue), venue, ...everyName('venue', venue)];
const venuesOf = (assets: readonly HeldAsset[]): readonly Venue[] =>
  [...new Set(assets.flatMap(({ venues }) => venues))].map((venue) => venue as Venue);

interface Answer<T> {
  readonly one: T;
  readonly rank: Rank;
}

/** Those that answer to what was typed, the best first. */
function answering<T>(all: readonly T[], typed: string, names: (one: T) => readonly string[]): readonly Answer<T>[] {
  return all
    .flatMap((one) => {
      const rank = rankOf(typed, names(one));
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** Those whose names answer best: one named in full leaves those whose names begin so behind. */
function best<T>(all: readonly T[], typed: string, names: (one: T) => readonly string[]): readonly T[] {
  const found = answering(all, typed, names);
  return found.filter(({ rank }) => rank === found[0]?.rank).map(({ one }) => one);
}

/** What answers to the words together, or to the asset of a market among them; where nothing does, what answers to each. */
function named(text: string, scene: PaletteScene): readonly Destination[] {
  for (const one of readings(text)) {
    const together = ranked(one, scene);
    if (together.length > 0) return together;
  }
  return text.split(/\s+/, MOST).flatMap((word) => ranked(word, scene));
}

/** Assets, venues, events and pages by their names, alone or an asset with a venue. */
function ranked(text: string, scene: PaletteScene): readonly Destination[] {
  if (text === '') return [];
  const toOne = <T>(
    found: readonly Answer<T>[],
    destination: (one: T) => Destination,
  ): readonly Answer<Destination>[] => found.map(({ one, rank }) => ({ one: destination(one), rank }));
  const { assets, venue } = namedIn(text, scene);
  const both =
    venue === undefined ? [] : assets.map((held) => ({ one: assetOf(held, venue, scene), rank: 0 as const }));
  return [
    ...both,
    ...toOne(answering(scene.assets, text, namesOfAsset), (held) => assetOf(held, undefined, scene)),
    ...toOne(answering(venuesOf(scene.assets), text, namesOfVenue), (one) => venueOf(one, scene)),
    ...toOne(
      answering(EVENT_IDS, text, (event) => [event, ...everyName('event', event)]),
      eventOf,
    ),
    ...toOne(answering(pagesOf(scene), text, namesOfPage), (page) => page),
  ]
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const namesOfPage = (page: Destination): readonly string[] =>
  page.kind === 'page' ? [page.name, page.page, ...everyName('page', page.page)] : [];

const assetOf = (held: HeldAsset, venue: Venue | undefined, scene: PaletteScene): Destination => ({
  kind: 'asset',
  name: held.name,
  venue,
  path: writePath(`/${held.asset}`, changed(kept(held, scene, ['from', 'to']), venue)),
});

/** On an asset's page the venue is brought out there; elsewhere its own page opens. */
function venueOf(venue: Venue, scene: PaletteScene): Destination {
  const { asset } = hereOf(scene);
  const path =
    asset?.venues.includes(venue) === true
      ? writePath(scene.here.pathname, changed(fieldsHere(scene), venue))
      : venuePath(venue);
  return { kind: 'venue', venue, path };
}

const minutePath = (held: HeldAsset, at: Minute, venue: Venue | undefined, scene: PaletteScene): string =>
  writePath(`/${held.asset}/${formatMinute(at)}`, changed(kept(held, scene, []), venue));

function dayPath(held: HeldAsset, day: Day, venue: Venue | undefined, scene: PaletteScene): string {
  const { from, to } = wholeDay(day);
  const window: Fields = [
    ['from', formatMinute(from)],
    ['to', formatMinute(to)],
  ];
  const [versions, others] = [['v', 'm'], kept(held, scene, [])];
  return writePath(
    `/${held.asset}`,
    changed(
      [
        ...others.filter(([name]) => versions.includes(name)),
        ...window,
        ...others.filter(([name]) => !versions.includes(name)),
      ],
      venue,
    ),
  );
}

/** What the reader chose on a page of the same asset goes along; its window goes where it is named. */
const kept = ({ asset }: HeldAsset, scene: PaletteScene, window: readonly string[]): Fields =>
  hereOf(scene).asset?.asset === asset
    ? fieldsHere(scene).filter(([name]) => window.includes(name) || (name !== 'from' && name !== 'to'))
    : [];

/** Without the digest, which names the figures of this page and of no other. */
const fieldsHere = ({ here }: PaletteScene): Fields =>
  [...new URLSearchParams(here.search)].filter(([name]) => name !== 'digest');

const changed = (fields: Fields, venue: Venue | undefined): Fields =>
  venue === undefined ? fields : [...fields.filter(([name]) => name !== 'focus'), ['focus', venue]];

interface Here {
  readonly asset: HeldAsset | undefined;
  readonly day: Day | undefined;
}

/** What the page shows: its asset, and the day of its minute, its event or its window. */
function hereOf({ here, assets }: PaletteScene): Here {
  const [first, second] = segmentsOf(here.pathname) ?? [];
  const asset = assets.find((one) => one.asset === first);
  const event = EVENT_IDS.find((id) => first === 'events' && id === second);
  if (event !== undefined) return { asset, day: dayOfEvent(event) };
  const from = new URLSearchParams(here.search).get('from');
  for (const text of [second, from]) {
    const read = parseMinute(text ?? '');
    if (read.ok) return { asset, day: dayOf(read.value) };
  }
  return { asset, day: undefined };
}

/** The day a time of day without one means: the page's, else that of the latest event the asset has data of, else its last. */
function usualDay(held: HeldAsset, scene: PaletteScene): Day {
  const { day } = hereOf(scene);
  if (day !== undefined) return day;
  const latest = EVENT_IDS.findLast((event) => touches(event, held.range));
  return latest === undefined ? dayOf((held.range.to - 1) as Minute) : dayOfEvent(latest);
}
