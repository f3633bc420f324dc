'use client';

import { isZone, ZONES } from '@/lib/domain/zone';
import { zoneChoice, zoneNames } from '@/lib/words/zones';
import { chooseZone, useZone } from './useZone';

/** The clock that tables show their times on. */
export function ZoneChoice({ className }: { readonly className: string }) {
  return (
    <select
      aria-label={zoneChoice.label}
      aria-keyshortcuts="z"
      className={`field w-28 ${className}`}
      value={useZone()}
      onChange={({ target: { value } }) => {
        if (isZone(value)) chooseZone(value);
      }}
    >
      {ZONES.map((zone) => (
        <option key={zone} value={zone}>
          {zoneNames[zone]}
        </option>
      ))}
    </select>
  );
}
