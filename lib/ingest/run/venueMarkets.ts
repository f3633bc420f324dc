import { nameOf, type Asset, type Kind, type Market } from '../../domain/market';
import { overlap } from '../../domain/minute';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import type { Missing } from '../record/missing';
import type { ConnectOptions, VenueConnection } from '../venue/connect';
import { RetryLater } from '../venue/errors';
import { VENUES } from '../venues/table';
import { jobsOf, sourceOf, type Job } from './jobs';
import { comparedQuotes, marketsFor } from './plan';
import { endOf, isStopped, LeaveVenue, patiently, type VenueRun } from './venueRun';

/** The kinds of markets a connection lists: those asked for, or those of the parts named. */
function kindsOf({ request }: VenueRun): readonly Kind[] | undefined {
  if (request.kinds !== undefined || request.parts === undefined) return request.kinds;
  return [...new Set(request.parts.map(({ market }) => market.kind))];
}

export function connectOptions(run: VenueRun): ConnectOptions {
  const { now, signal, origin, throttle, fetch, timeoutMs } = run.options;
  const kinds = kindsOf(run);
  return {
    now,
    signal,
    ...(kinds === undefined ? {} : { kinds }),
    ...(origin === undefined ? {} : { origin }),
    ...(throttle === undefined ? {} : { throttle }),
    ...(fetch === undefined ? {} : { fetch }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}

/** The markets of the request that the venue lists. Rejects with `LeaveVenue` where its list cannot be loaded. */
export async function marketsOf(connection: VenueConnection, run: VenueRun): Promise<readonly Market[]> {
  const { assets, kinds, parts } = run.request;
  try {
    const listed = await patiently(run, () => connection.markets());
    const planned =
      parts === undefined
        ? marketsFor(assets, listed, kinds, connection.capability.quotes)
        : parts
            .map(({ market }) => market)
            .filter((market) => market.venue === run.venue && listed.some((one) => nameOf(one) === nameOf(market)));
    return [...new Set(planned)];
  } catch (error) {
    const isTransient = error instanceof RetryLater && !isStopped(run);
    throw new LeaveVenue(isTransient ? 'later' : 'failed', gapWords.marketList(endOf(error, run).cause));
  }
}

/** Tickers that may mean an asset asked for, in the windows: left out with both candidates named, never guessed at. */
export function uncertainOf(connection: VenueConnection, run: VenueRun): readonly Missing[] {
  const { assets, windows } = run.request;
  const quotes = comparedQuotes(connection.capability.quotes);
  return connection.uncertain().flatMap(({ candidates, quote, range, cause, mend: by }) => {
    const isAsked = quotes.includes(quote) && candidates.some((asset) => assets.includes(asset));
    if (!isAsked) return [];
    return windows
      .flatMap((window) => overlap(window, range) ?? [])
      .map((part) => ({ venue: run.venue, market: undefined, range: part, cause, mend: by }));
  });
}

/** Markets named one by one that the venue lists no more. */
export const unlistedParts = (run: VenueRun): readonly Missing[] =>
  (run.request.parts ?? [])
    .filter(({ market }) => market.venue === run.venue && !run.markets.includes(market))
    .map(({ market, road, range }) => ({
      venue: run.venue,
      market,
      range,
      cause: gapWords.notListed,
      mend: mend.import,
      unanswered: { source: sourceOf(run.request, road), outcome: 'not-served' },
    }));

/** The assets of the request that the venue lists in no quote we compare: no failure, but it is noted. */
export const unlistedAssets = ({ request, markets }: VenueRun): readonly Asset[] =>
  request.parts === undefined ? request.assets.filter((asset) => !markets.some(({ base }) => base === asset)) : [];

/** The jobs of a venue whose list never came: of the book that each asset is looked for in first. */
export function jobsWithoutList({ request, venue }: VenueRun): readonly Job[] {
  const capability = VENUES.get(venue);
  if (capability === undefined) return [];
  const quote = capability.mainQuote ?? 'USDT';
  const kind = request.kinds?.[0] ?? 'spot';
  const markets =
    request.parts === undefined
      ? request.assets.map((base): Market => ({ venue, base, quote, kind }))
      : request.parts.map(({ market }) => market).filter((market) => market.venue === venue);
  return jobsOf(request, capability, [...new Set(markets)]);
}
