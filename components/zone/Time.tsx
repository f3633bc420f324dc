'use client';

import { isShownTwice, zonedTime, type Zone } from '@/lib/domain/zone';
import { useZone } from './useZone';

interface Props {
  /** `2025-10-10T21:20Z`, or with seconds. */
  readonly iso: string;
  /**
   * `clock-over-day`: in two lines, for a column that has no room for one; `clock`: the time of day alone, where its day is told nearby; `named`: the same
   * with the zone's name.
   */
  readonly form?: 'day-first' | 'clock-first' | 'clock-over-day' | 'clock' | 'named';
  /** Shown as far as the text has them. */
  readonly withSeconds?: boolean;
}

/** A minute on the reader's clock, as wide on one as on another; which clock that is, its column's head says (`ZonedHead`). */
export const Time = (props: Props) => <TimeIn zone={useZone()} {...props} />;

/** The same on a zone's clock. A minute that the clock shows twice, because it is put back, says which of the two it is. */
export function TimeIn({ zone, iso, form = 'day-first', withSeconds = false }: Props & { readonly zone: Zone }) {
  const ms = Date.parse(iso);
  const { day, clock: minute, name } = zonedTime(ms, zone);
  // Every zone offered is whole minutes from UTC.
  const shown = withSeconds ? `${minute}${iso.slice(16).replace('Z', '')}` : minute;
  const clock = form !== 'named' && isShownTwice(ms, zone) ? `${shown} ${name}` : shown;
  return (
    <time dateTime={iso} title={`${day} ${shown} ${name}`}>
      {form === 'clock-first' ? (
        <>
          <strong className="font-semibold">{clock}</strong> <span className="whitespace-nowrap">{day}</span>
        </>
      ) : form === 'clock-over-day' ? (
        <>
          <strong className="font-semibold whitespace-nowrap">{clock}</strong> <br />
          {/* A block of its own takes no line from the link it stands in. */}
          <span className="inline-block text-xs whitespace-nowrap text-ink-3">{day}</span>
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
