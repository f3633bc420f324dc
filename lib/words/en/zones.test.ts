import { expect, it } from 'vitest';
import { ZONES } from '../../domain/zone';
import { alsoHere, zonedHead, zoneNames } from './zones';

it('a head names the zone of its column, once, and says nothing else', () => {
  expect(zonedHead('Peak minute, UTC', 'utc')).toBe('Peak minute, UTC');
  expect(zonedHead('Peak minute, UTC', 'new-york')).toBe('Peak minute, New York');
  expect(zonedHead('Duration', 'utc+9')).toBe('Duration');
  expect(new Set(ZONES.map((zone) => zoneNames[zone])).size).toBe(ZONES.length);
});

it('a minute in UTC may have the reader’s own clock behind it', () => {
  expect(alsoHere({ day: '2025-10-11', clock: '06:20', name: 'UTC+9' })).toBe(' (06:20 UTC+9, 2025-10-11)');
});
