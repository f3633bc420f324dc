import { MINUTE_MS } from '../../domain/minute';
import { zonedTime, type Zone } from '../../domain/zone';

/** A tick of a time axis; instants are milliseconds since 1970. */
export interface TimeTick {
  readonly at: number;
  /** The time of day there; where the day begins, the date. */
  readonly label: string;
}

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Times of day these many minutes apart, from midnight on. */
const MINUTES = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720] as const;
/** Midnights these many days apart, from the first of each month on. */
const DAYS = [1, 2, 4, 7, 16] as const;
/** First midnights of a month, these many months apart. */
const MONTHS = [1, 2, 3, 6, 12] as const;
const MONTH_MS = 30 * DAY_MS;
/** A step a little finer than asked for is taken rather than one twice as coarse. */
const NEAR_ENOUGH = 0.8;
/** A month's last step may be shorter than the others, but by no more than this, or its tick is left out. */
const LEAST_OF_STEP = 0.6;

/**
 * Ticks inside `[from, to]` at round times of a zone's clock, about `wanted` of them; none where the interval is empty. Days begin at the zone's
 * midnights. In the hour that a clock runs twice each time of day has two ticks, in the hour that it leaves out none; where it leaves
 * out midnight, the day begins at the first minute it has.
 */
export function zonedTicks(from: number, to: number, zone: Zone, wanted: number): readonly TimeTick[] {
  if (!(to > from)) return [];
  const rough = ((to - from) / Math.max(1, wanted)) * NEAR_ENOUGH;
  const first = wallOf(from, zone) - HOUR_MS;
  const last = wallOf(to, zone) + HOUR_MS;
  const minutes = MINUTES.find((step) => step * MINUTE_MS >= rough);
  const ticks =
    minutes === undefined
      ? roundDays(first, last, rough).map((wall) => ({ at: dayStart(wall, zone), label: dateOf(wall) }))
      : multiples(first, last, minutes * MINUTE_MS).flatMap((wall) => timesOfDay(wall, zone));
  return ticks.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at);
}

/** What a zone's clock shows, as the instant at which that of UTC shows it. */
function wallOf(at: number, zone: Zone): number {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const { day, clock } = zonedTime(minute, zone);
  return Date.parse(`${day}T${clock}Z`) + at - minute;
}

function timesOfDay(wall: number, zone: Zone): readonly TimeTick[] {
  if (wall % DAY_MS === 0) return [{ at: dayStart(wall, zone), label: dateOf(wall) }];
  return instantsOf(wall, zone).map((at) => ({ at, label: new Date(wall).toISOString().slice(11, 16) }));
}

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** How far a zone's clock is ahead of UTC a day before and a day after; no zone changes its clock twice in two days. */
const aheadAround = (wall: number, zone: Zone): readonly [number, number] => {
  const ahead = (at: number): number => wallOf(at, zone) - at;
  return [ahead(wall - DAY_MS), ahead(wall + DAY_MS)];
};

/** The instants at which a zone's clock shows a time: one, two where it was put back, none where it was put forward over it. */
function instantsOf(wall: number, zone: Zone): readonly number[] {
  const instants = new Set(aheadAround(wall, zone).map((ahead) => wall - ahead));
  return [...instants].filter((at) => wallOf(at, zone) === wall);
}

/** The first instant of a zone's day. */
function dayStart(midnight: number, zone: Zone): number {
  const midnights = instantsOf(midnight, zone);
  // Put forward over midnight, the clock goes on from the instant at which it would have shown it.
  return midnights.length === 0 ? midnight - Math.min(...aheadAround(midnight, zone)) : Math.min(...midnights);
}

function multiples(first: number, last: number, step: number): readonly number[] {
  const from = Math.ceil(first / step);
  return Array.from({ length: Math.max(0, Math.floor(last / step) - from + 1) }, (_, i) => (from + i) * step);
}

/** Midnights at the rough step, as walls. */
function roundDays(first: number, last: number, rough: number): readonly number[] {
  const days = DAYS.find((step) => step * DAY_MS >= rough);
  const months = days === undefined ? (MONTHS.find((step) => step * MONTH_MS >= rough) ?? 12) : 1;
  const start = new Date(first);
  const midnights: number[] = [];
  for (let month = start.getUTCMonth(); ; month += 1) {
    const begin = Date.UTC(start.getUTCFullYear(), month, 1);
    if (begin > last) return midnights;
    if (new Date(begin).getUTCMonth() % months !== 0) continue;
    const next = Date.UTC(start.getUTCFullYear(), month + 1, 1);
    const step = days === undefined ? Infinity : days * DAY_MS;
    midnights.push(begin);
    for (let at = begin + step; next - at >= step * LEAST_OF_STEP; at += step) midnights.push(at);
  }
}
