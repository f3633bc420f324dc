import { Link } from '@/components/frame/Link';
import { Apology } from '@/components/frame/Apology';
import type { Venue } from '@/lib/domain/market';
import { venuePath } from '@/lib/permalink/venue';
import { appContext } from '@/lib/server/context';
import { venuesWithData } from '@/lib/server/venues/venues';
import { unknownVenue } from '@/lib/words/venuePage';
import { venueName } from '@/lib/words/venues';

/** Which venues there are. */
export default async function UnknownVenue() {
  const known = await named();
  return (
    <Apology title={unknownVenue.title}>
      <p>
        {unknownVenue.lead} <code className="font-mono">/venues/binance</code>.
      </p>
      <p>{known.length === 0 ? unknownVenue.none : unknownVenue.known}</p>
      <ul className="flex flex-wrap gap-2">
        {known.map((venue) => (
          <li key={venue}>
            <Link className="button" href={venuePath(venue)} prefetch={false}>
              {venueName(venue)}
            </Link>
          </li>
        ))}
      </ul>
    </Apology>
  );
}

async function named(): Promise<readonly Venue[]> {
  try {
    return await venuesWithData(await appContext());
  } catch {
    return [];
  }
}
