import { zonedTime, type Zone } from '../domain/zone';
import { zoneNames } from './zones';

/** A minute as words write it: "2025-10-10 21:20". */
const WRITTEN = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})\b/g;
const TIME_OF_DAY = /\b\d{2}:\d{2}\b/;

/**
 * A text whose minutes are written out in UTC, said on a zone's clock: each minute as that clock shows it, and the zone's name for the word
 * UTC. A text with a time of day that has no date is left in UTC.
 */
export function toZone(text: string, zone: Zone): string {
  if (zone === 'utc' || TIME_OF_DAY.test(text.replaceAll(WRITTEN, ''))) return text;
  const minutes: string[] = [];
  const moved = text.replaceAll(WRITTEN, (_, day: string, clock: string) => {
    minutes.push(`${day}T${clock}Z`);
    return asClock(minutes.at(-1) ?? '', zone)
      .slice(0, -1)
      .replace('T', ' ');
  });
  return saidFor(moved, zone, minutes);
}

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
  const [name, ...others] = new Set(minutes.map((iso) => zonedTime(Date.parse(iso), zone).name));
  return name === undefined || others.length > 0 ? zoneNames[zone] : name;
}
