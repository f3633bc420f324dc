'use client';

import { toZone } from '@/lib/words/toZone';
import { useZone } from './useZone';
import { Dated } from '../frame/Dated';

/** A text whose minutes are written out in UTC ("2025-10-10 20:00 to 2025-10-11 00:00 UTC"), on the reader's clock. */
export const OnClock = ({ children }: { readonly children: string }) => <Dated>{toZone(children, useZone())}</Dated>;
