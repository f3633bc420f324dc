import type { AssetEntry, TickerMeaning } from '../../domain/asset/types';

/** A ticker whose asset is not known for certain there and then. */
export type UncertainMeaning = Extract<TickerMeaning, { readonly kind: 'collision' | 'unknown' }>;

const named = ({ asset, name }: AssetEntry): string => (name === asset ? asset : `${asset} (${name})`);

/** Why a venue's ticker is not used, without the venue's name, and the mend; its id is written where `assets.json` wants it. */
export function uncertainTicker(
  venue: string,
  ticker: string,
  meaning: UncertainMeaning,
): { readonly cause: string; readonly mend: string } {
  switch (meaning.kind) {
    case 'collision': {
      const [a, b] = meaning.candidates;
      return {
        cause: `${ticker} may be ${named(a)} or ${named(b)}`,
        mend: `say which in assets.json: an alias of ${a.asset} or of ${b.asset} with venue "${venue}"`,
      };
    }
    case 'unknown':
      return meaning.of.length === 0
        ? {
            cause: `${ticker} cannot be an asset's code`,
            mend: `name it in assets.json: an alias of an asset with venue "${venue}"`,
          }
        : {
            cause: `${ticker} is not mapped for this date (elsewhere it means ${meaning.of.map(named).join(' or ')})`,
            mend: `add it to assets.json: an alias with venue "${venue}"`,
          };
  }
}
