import type { Kind } from '../../domain/market';
import { pairWords } from './market';
import { venueName } from './venues';
import { codeOf } from '../typed';

/** A question about something there is no data for, and the command that tells what there is. */
export const noData = {
  market: (asset: string, venue: string, quote: string, kind: Kind, simulated: boolean): string =>
    `No data for ${pairWords({ market: `${asset}/${quote}`, kind })} on ${venueName(venue)}; ${lists(asset, simulated)} the available markets`,
  venue: (asset: string, venue: string, simulated: boolean): string =>
    `No data for ${asset} on ${venueName(venue)}; ${lists(asset, simulated)} the available venues`,
  referenceVenue: (asset: string, venue: string, simulated: boolean): string =>
    `No data for a spot market of ${asset} on ${venueName(venue)}, so it cannot be the reference; ${lists(asset, simulated)} the available markets`,
  bloc: (asset: string, quote: string, simulated: boolean): string =>
    `No data for any ${asset}/${quote} spot market; ${lists(asset, simulated)} the available markets`,
  underlying: (asset: string, underlying: string, simulated: boolean): string =>
    `No data for ${underlying}, the underlying of ${asset}, so it cannot be the reference; run ${codeOf(`ingest ${underlying} --from T --to T`, simulated)} first`,
} as const;

const lists = (asset: string, simulated: boolean): string => `${codeOf(`coverage ${asset}`, simulated)} lists`;
