import type { Zone } from '../../domain/zone';

export const zoneChoice = { label: '时区' } as const;

export const zoneNames: Readonly<Record<Zone, string>> = {
  utc: 'UTC',
  local: '本地时间',
  'utc+8': 'UTC+8',
  'utc+9': 'UTC+9',
  'new-york': '纽约',
};

export const zonedHead = (head: string, zone: Zone): string => head.replace(/\bUTC$/, zoneNames[zone]);

export const alsoHere = (time: { readonly day: string; readonly clock: string; readonly name: string }): string =>
  `（${time.clock} ${time.name}，${time.day}）`;
