import type { Zone } from '../../domain/zone';

/** The choice of a clock, whose effect stays in this browser. */
export const zoneChoice = { label: 'Time zone' } as const;

export const zoneNames: Readonly<Record<Zone, string>> = {
  utc: 'UTC',
  local: 'Local time',
  'utc+8': 'UTC+8',
  'utc+9': 'UTC+9',
  'new-york': 'New York',
};

/** A column's head with the zone its times are shown in: "At, UTC", "At, New York". */
export const zonedHead = (head: string, zone: Zone): string => head.replace(/\bUTC$/, zoneNames[zone]);

/** After a time in UTC: "06:20 UTC+9, 2025-10-11". */
export const alsoHere = (time: { readonly day: string; readonly clock: string; readonly name: string }): string =>
  ` (${time.clock} ${time.name}, ${time.day})`;
