import type { Kind } from '../../domain/market';
import { pairWords } from './market';
import { venueName } from './venues';
import { codeOf } from '../typed';

/** A question about something there is no data for, and the command that tells what there is. */
export const noData = {
  market: (asset: string, venue: string, quote: string, kind: Kind): string =>
    `No data for ${pairWords({ market: `${asset}/${quote}`, kind })} on ${venueName(venue)}; ${lists(asset)} the available markets`,
  venue: (asset: string, venue: string): string =>
    `No data for ${asset} on ${venueName(venue)}; ${lists(asset)} the available venues`,
  referenceVenue: (asset: string, venue: string): string =>
    `No data for a spot market of ${asset} on ${venueName(venue)}, so it cannot be the reference; ${lists(asset)} the available markets`,
  bloc: (asset: string, quote: string): string =>
    `No data for any ${asset}/${quote} spot market; ${lists(asset)} the available markets`,
  underlying: (asset: string, underlying: string): string =>
    `No data for ${underlying}, the underlying of ${asset}, so it cannot be the reference; run ${codeOf(`ingest ${underlying} --from T --to T`)} first`,
} as const;

const lists = (asset: string): string => `${codeOf(`coverage ${asset}`)} lists`;
