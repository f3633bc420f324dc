import type { Zone } from '../../domain/zone';

/** Between the panes and the zone's name: in UTC the first time, which may be a date of 62 pixels, stands half over the pane's edge; in another zone none does. */
const GAP = { utc: 38, other: 8 } as const;
/** What a chart needs left of its panes for it: the name has 24 pixels. */
export const ZONE_ROOM = GAP.utc + 26;

/** Where the name of the times' zone ends, left of the panes. */
export const zoneEnd = (left: number, zone: Zone = 'utc'): number => left - (zone === 'utc' ? GAP.utc : GAP.other);

/** So far left of the panes a time may reach: less than up to the zone's name. */
export const timesOverhang = (zone: Zone = 'utc'): number => (zone === 'utc' ? GAP.utc : GAP.other) - 1;
