'use client';

import { zonedTime } from '@/lib/domain/zone';
import { alsoHere } from '@/lib/words/zones';
import { useZone } from './useZone';

/** Behind a minute that is said in UTC: the same on the reader's clock, where that is another. */
export function AlsoHere({ iso }: { readonly iso: string }) {
  const zone = useZone();
  return zone === 'utc' ? null : <time dateTime={iso}>{alsoHere(zonedTime(Date.parse(iso), zone))}</time>;
}
