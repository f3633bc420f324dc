'use client';

import { datedOnce, toZone } from '@/lib/words/toZone';
import { useZone } from './useZone';
import { Dated } from '../frame/Dated';

interface Props {
  readonly children: string;
  /** Whether it is a window, whose date is said once where its minutes have the same. */
  readonly isWindow?: boolean;
}

/** A text whose minutes are written out in UTC ("2025-10-10 20:00 to 2025-10-11 00:00 UTC"), on the reader's clock. */
export function OnClock({ children, isWindow = false }: Props) {
  const said = toZone(children, useZone());
  return <Dated>{isWindow ? datedOnce(said) : said}</Dated>;
}
