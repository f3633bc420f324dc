import { MINUTE_MS } from './minute';

/** Clocks a reader may have times shown on. An address and a stored minute are UTC whatever is chosen. */
export const ZONES = ['utc', 'local', 'utc+8', 'utc+9', 'new-york'] as const;
export type Zone = (typeof ZONES)[number];

export const isZone = (text: string): text is Zone => ZONES.some((zone) => zone === text);

/** By the name of the IANA database, in which `Etc/GMT-8` lies east of Greenwich; undefined: the browser’s own. */
const IANA: Readonly<Record<Zone, string | undefined>> = {
  utc: 'UTC',
  local: undefined,
  'utc+8': 'Etc/GMT-8',
  'utc+9': 'Etc/GMT-9',
  'new-york': 'America/New_York',
};

/** What a clock of a zone shows. */
export interface ZonedTime {
  /** `2025-10-10` */
  readonly day: string;
  /** `17:20` */
  readonly clock: string;
  /** As it is called at that moment, summer time told apart: `UTC`, `UTC+8`, `EDT`. */
  readonly name: string;
}

/** What a zone's clock shows at a moment, in milliseconds since 1970. */
export function zonedTime(epochMs: number, zone: Zone): ZonedTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}`,
    name: part('timeZoneName')
      .replace('GMT', 'UTC')
      .replace(/^UTC[+]0$/, 'UTC'),
  };
}

/** Clocks are put back by half an hour (Lord Howe), by an hour, and by two (Troll). */
const PUT_BACK_MINUTES = [30, 60, 120] as const;
/** Clocks at one distance from UTC all year. */
const NEVER_PUT_BACK: ReadonlySet<Zone> = new Set(['utc', 'utc+8', 'utc+9']);

/** Whether a zone's clock shows the time of a moment twice, because it is put back: then day and clock alone name no minute. */
export function isShownTwice(epochMs: number, zone: Zone): boolean {
  if (NEVER_PUT_BACK.has(zone)) return false;
  const { day, clock } = zonedTime(epochMs, zone);
  return PUT_BACK_MINUTES.some((minutes) =>
    [-minutes, minutes].some((off) => {
      const other = zonedTime(epochMs + off * MINUTE_MS, zone);
      return other.clock === clock && other.day === day;
    }),
  );
}

/** Making one costs a hundred times what using it does. */
const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: IANA[zone],
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    // New York's clock has names that people know; any other is told by its distance from UTC.
    timeZoneName: zone === 'new-york' ? 'short' : 'shortOffset',
  });
  formats.set(zone, made);
  return made;
}
