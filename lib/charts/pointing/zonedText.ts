import { zonedTime, type Zone } from '../../domain/zone';

/** "2025-10-10 17:20": an instant on a zone's clock, in milliseconds since 1970. */
export function zonedText(ms: number, zone: Zone = 'utc'): string {
  const { day, clock } = zonedTime(ms, zone);
  return `${day} ${clock}`;
}

/** "EDT": what the clock is called at that instant. */
export const zonedName = (ms: number, zone: Zone = 'utc'): string => zonedTime(ms, zone).name;
