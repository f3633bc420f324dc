import { formatDay, formatMinute } from '@/lib/domain/minute';
import type { Destination } from '@/lib/permalink/palette/destinations';
import { eventName } from '@/lib/words/events';
import { assetTitle, dayTitle, destinationKinds, minuteTitle } from '@/lib/words/palette';
import { venueName } from '@/lib/words/venues';
import { AlsoHere } from '../zone/AlsoHere';

/** A destination by name, and what it is. */
export const DestinationLine = ({ of }: { readonly of: Destination }) => (
  <>
    <span className="min-w-0 wrap-anywhere">
      {titleOf(of)}
      {of.kind === 'minute' && <AlsoHere iso={formatMinute(of.at)} />}
    </span>
    <span className="shrink-0 text-xs text-ink-3">{destinationKinds[of.kind]}</span>
  </>
);

function titleOf(one: Destination): string {
  switch (one.kind) {
    case 'link':
      return one.path;
    case 'minute':
      return minuteTitle(one.name, one.venue, formatMinute(one.at));
    case 'day':
      return dayTitle(one.name, one.venue, formatDay(one.day));
    case 'asset':
      return assetTitle(one.name, one.venue);
    case 'venue':
      return venueName(one.venue);
    case 'event':
      return eventName(one.event);
    case 'page':
      return one.name;
  }
}
