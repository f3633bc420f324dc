'use client';

import type { EventAnswer } from '@/lib/api/events';
import { eventEyebrow, windowWords } from '@/lib/words/events';
import { asClock, saidFor } from '@/lib/words/toZone';
import { Dated, Sentence } from '../frame/Dated';
import { useZone } from '../zone/useZone';

type Window = Pick<EventAnswer, 'from' | 'to'>;

/** An event's window on the reader's clock, which the head of its column names. */
export function EventWindow({ from, to }: Window) {
  const zone = useZone();
  return <Dated>{windowWords({ from: asClock(from, zone), to: asClock(to, zone) })}</Dated>;
}

/** Over an event's title: which one, and its window on the reader's clock. */
export function EventEyebrow({ event, from, to }: Pick<EventAnswer, 'event'> & Window) {
  const zone = useZone();
  const words = eventEyebrow({ event, from: asClock(from, zone), to: asClock(to, zone) });
  return <Sentence>{saidFor(words, zone, [from, to])}</Sentence>;
}
