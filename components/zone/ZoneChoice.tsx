'use client';

import { ZONES } from '@/lib/domain/zone';
import { zoneChoice, zoneNames } from '@/lib/words/zones';
import { Select } from '../controls/Select';
import { chooseZone, useZone } from './useZone';

/** The clock that times are shown on. */
export function ZoneChoice({ className }: { readonly className: string }) {
  return (
    <Select
      label={zoneChoice.label}
      keys="z"
      className={`w-28 ${className}`}
      value={useZone()}
      choices={ZONES.map((zone) => ({ value: zone, label: zoneNames[zone] }))}
      onChoose={chooseZone}
    />
  );
}
