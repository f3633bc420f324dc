import { parsed, refused, type Parsed, type Unit } from './unit';

/** Milliseconds since 1970-01-01T00:00Z: a moment of the clock, as when something was asked or seen. */
export type Instant = Unit<number, 'Instant'>;

const FIRST_YEAR = 1970;
/** What people may type ends with it. */
const LAST_YEAR = 2999;
const END_MS = Date.UTC(LAST_YEAR + 1, 0, 1);

/** Throws on anything but whole milliseconds from 1970 up to the year 3000. */
export function instant(ms: number): Instant {
  if (!Number.isInteger(ms) || ms < 0 || ms >= END_MS) throw new RangeError(`not an instant: ${String(ms)}`);
  return ms as Instant;
}

/** `2026-01-31T08:15Z`, with seconds or milliseconds only where they are not 0. */
export function formatInstant(at: Instant): string {
  const iso = new Date(at).toISOString();
  if (at % 60_000 === 0) return `${iso.slice(0, 16)}Z`;
  return at % 1_000 === 0 ? `${iso.slice(0, 19)}Z` : iso;
}

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?Z$/;

/** Reads `2026-01-31T08:15Z`, also with seconds and milliseconds. Always UTC; what rolls over (30 February) is refused. */
export function parseInstant(text: string): Parsed<Instant> {
  if (!SHAPE.test(text)) return refused({ kind: 'not-a-time', text, precision: 'moment' });
  const ms = Date.parse(text);
  const back = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  if (back.slice(0, text.length - 1) !== text.slice(0, -1))
    return refused({ kind: 'impossible-time', text, precision: 'moment' });
  if (ms < 0 || ms >= END_MS)
    return refused({ kind: 'time-out-of-range', text, firstYear: FIRST_YEAR, lastYear: LAST_YEAR });
  return parsed(ms as Instant);
}
