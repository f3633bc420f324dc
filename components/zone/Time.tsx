'use client';

import { zonedTime } from '@/lib/domain/zone';
import { useZone } from './useZone';

interface Props {
  /** `2025-10-10T21:20Z`, or with seconds. */
  readonly iso: string;
  /** `clock`: the time of day alone, where its day is told nearby; `named`: the same with the zone's name. */
  readonly form?: 'day-first' | 'clock-first' | 'clock' | 'named';
  /** Shown as far as the text has them. */
  readonly withSeconds?: boolean;
}

/** A minute on the reader's clock, as wide on one as on another; which clock that is, its column's head says (`ZonedHead`). */
export function Time({ iso, form = 'day-first', withSeconds = false }: Props) {
  const { day, clock: minute, name } = zonedTime(Date.parse(iso), useZone());
  // Every zone offered is whole minutes from UTC.
  const clock = withSeconds ? `${minute}${iso.slice(16).replace('Z', '')}` : minute;
  return (
    <time dateTime={iso} title={`${day} ${clock} ${name}`}>
      {form === 'clock-first' ? (
        <>
          <strong className="font-semibold">{clock}</strong> <span className="whitespace-nowrap">{day}</span>
        </>
      ) : form === 'day-first' ? (
        <>
          <span className="whitespace-nowrap text-ink-3">{day}</span> {clock}
        </>
      ) : form === 'named' ? (
        `${clock} ${name}`
      ) : (
        clock
      )}
    </time>
  );
}
