import { isShownTwice, zonedTime, type Zone } from '../domain/zone';
import { zoneNames } from './zones';

/** A minute as words write it: "2025-10-10 21:20". */
const WRITTEN = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})\b/g;
const TIME_OF_DAY = /\b\d{2}:\d{2}\b/;

/**
 * A text whose minutes are written out in UTC, said on a zone's clock: each minute as that clock shows it, and the zone's name for the word
 * UTC. Where the clock changes between the minutes, that name tells them not apart: one that the clock shows twice is followed by what it
 * is called at that minute. A text with a time of day that has no date is left in UTC.
 */
export function toZone(text: string, zone: Zone): string {
  if (zone === 'utc' || TIME_OF_DAY.test(text.replaceAll(WRITTEN, ''))) return text;
  const minutes = [...text.matchAll(WRITTEN)].map(([, day = '', clock = '']) => `${day}T${clock}Z`);
  const isOneName = namesAt(zone, minutes).size === 1;
  // The word UTC first: what a clock is called may hold it.
  return saidFor(text, zone, minutes).replaceAll(WRITTEN, (_, written: string, time: string) => {
    const ms = Date.parse(`${written}T${time}Z`);
    const { day, clock, name } = zonedTime(ms, zone);
    return isOneName || !isShownTwice(ms, zone) ? `${day} ${clock}` : `${day} ${clock} ${name}`;
  });
}

/** A window whose two minutes have one date, with that date once: "2025-10-10 20:50 to 21:51 UTC". Said last: a time without its date is of no zone. */
export const datedOnce = (text: string): string => text.replace(SAME_DATE, '$1 $2');
const SAME_DATE = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}.*?)\1 (?=\d{2}:\d{2}\b)/;

/** The minute that a zone's clock shows, in the form of an ISO minute, for words that write such a minute out. */
export function asClock(iso: string, zone: Zone): string {
  const { day, clock } = zonedTime(Date.parse(iso), zone);
  return `${day}T${clock}Z`;
}

/** The name of a zone for the word UTC, over these ISO minutes. */
export const saidFor = (text: string, zone: Zone, minutes: readonly string[]): string =>
  text.replaceAll(/\bUTC\b/g, zoneOver(zone, minutes));

/** What a zone's clock is called at all these ISO minutes; the zone's own name where it changes between them, and of none. */
export function zoneOver(zone: Zone, minutes: readonly string[]): string {
  const [name, ...others] = namesAt(zone, minutes);
  return name === undefined || others.length > 0 ? zoneNames[zone] : name;
}

const namesAt = (zone: Zone, minutes: readonly string[]): ReadonlySet<string> =>
  new Set(minutes.map((iso) => zonedTime(Date.parse(iso), zone).name));
