'use client';

import { zonedTime } from '@/lib/domain/zone';
import { useZone } from './useZone';

interface Props {
  /** `2025-10-10T21:20Z` */
  readonly iso: string;
  readonly form?: 'day-first' | 'clock-first';
}

/** A minute on the reader's clock, as wide on one as on another; which clock that is, its column's head says (`ZonedHead`). */
export function Time({ iso, form = 'day-first' }: Props) {
  const { day, clock, name } = zonedTime(Date.parse(iso), useZone());
  return (
    <time dateTime={iso} title={`${day} ${clock} ${name}`}>
      {form === 'clock-first' ? (
        <>
          <strong className="font-semibold">{clock}</strong> <span className="whitespace-nowrap">{day}</span>
        </>
      ) : (
        <>
          <span className="whitespace-nowrap text-ink-3">{day}</span> {clock}
        </>
      )}
    </time>
  );
}
