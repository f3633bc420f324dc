import { Apology } from '@/components/frame/Apology';
import { StoredVenues } from '@/components/venues/StoredVenues';
import { unknownVenue } from '@/lib/words/venuePage';

/** The footer stays below the screen: the list that comes moves nothing that is seen. */
export default function UnknownVenue() {
  return (
    <div className="min-h-dvh">
      <Apology title={unknownVenue.title}>
        <p>
          {unknownVenue.lead} <code className="font-mono">/venues/binance</code>.
        </p>
      </Apology>
      <StoredVenues />
    </div>
  );
}
