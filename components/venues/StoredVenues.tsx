'use client';

import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '@/lib/client/overview';
import type { Venue } from '@/lib/domain/market';
import { venuePath } from '@/lib/permalink/venue';
import { unknownVenue } from '@/lib/words/venuePage';
import { venueName } from '@/lib/words/venues';
import { ButtonList } from '../frame/ButtonList';
import { NoData } from '../overview/NoData';

/** The venues there is data for, asked for by the browser: the server makes the page of a venue that is not found beside every venue's. */
export function StoredVenues() {
  const { data } = useQuery(overviewQuery);
  if (data === undefined) return null;
  const venues = [...new Set(data.assets.flatMap((asset) => asset.venues as Venue[]))].sort();
  if (venues.length === 0) return <NoData />;
  return (
    <section className="max-w-[68ch] space-y-4 text-ink-2">
      <p>{unknownVenue.known}</p>
      <ButtonList links={venues.map((venue) => ({ href: venuePath(venue), name: venueName(venue) }))} />
    </section>
  );
}
