import type { AssetEntry, TickerMeaning } from '../../domain/asset/types';
import { venueName } from './venues';

/** A ticker whose asset is not known for certain there and then. */
export type UncertainMeaning = Extract<TickerMeaning, { readonly kind: 'collision' | 'unknown' }>;

const named = ({ asset, name }: AssetEntry): string => (name === asset ? asset : `${asset} (${name})`);

/** Why a venue's ticker is not used, in one line with the mend. The venue's id is written where `assets.json` wants it. */
export function uncertainTicker(venue: string, ticker: string, meaning: UncertainMeaning): string {
  const subject = `${venueName(venue)} ${ticker}`;
  switch (meaning.kind) {
    case 'collision': {
      const [a, b] = meaning.candidates;
      return `${subject} may be ${named(a)} or ${named(b)}; say which in assets.json: an alias of ${a.asset} or of ${b.asset} with venue "${venue}"`;
    }
    case 'unknown':
      return meaning.of.length === 0
        ? `${subject} cannot be an asset's code; name it in assets.json: an alias of an asset with venue "${venue}"`
        : `${subject} is not mapped for this date (elsewhere it means ${meaning.of.map(named).join(' or ')}); add it to assets.json: an alias with venue "${venue}"`;
  }
}
