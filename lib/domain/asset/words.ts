import type { Venue } from '../market';
import type { AssetEntry, TickerMeaning } from './types';

const named = ({ asset, name }: AssetEntry): string => (name === asset ? asset : `${asset} (${name})`);

/** Why a ticker is not followed, for people, in one line with the mend; undefined where it means one asset. */
export function refusalOf(venue: Venue, ticker: string, meaning: TickerMeaning): string | undefined {
  if (meaning.kind === 'collision') {
    const [a, b] = meaning.candidates;
    return `${venue} ${ticker} may be ${named(a)} or ${named(b)}; say which in assets.json, as an alias of ${a.asset} or of ${b.asset} on ${venue}`;
  }
  if (meaning.kind !== 'unknown') return undefined;
  if (meaning.of.length === 0)
    return `${venue} ${ticker} is no asset's code; name it in assets.json, as an alias of an asset on ${venue}`;
  return `${venue} ${ticker} is known as ${meaning.of.map(named).join(' and ')} elsewhere or at another time, not here then; if it is, say so in assets.json`;
}
