import type { Zone } from '../../domain/zone';

export { alsoHere } from '../en/zones';

export const zoneChoice = { label: '시간대' } as const;

export const zoneNames: Readonly<Record<Zone, string>> = {
  utc: 'UTC',
  local: '현지 시간',
  'utc+8': 'UTC+8',
  'utc+9': 'UTC+9',
  'new-york': '뉴욕',
};

export const zonedHead = (head: string, zone: Zone): string => head.replace(/\bUTC$/, zoneNames[zone]);
