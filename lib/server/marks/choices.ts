import { assetEntry, symbolOf } from '../../domain/asset';
import { ascending } from '../../domain/ascending';
import type { Asset } from '../../domain/market';
import { formatMinute, union } from '../../domain/minute';
import { answeredBooks } from '../../store/coverage/answeredBooks';
import type { Context } from '../context';
import { defaultWindow } from '../coverage/window';

export interface MarksChoices {
  /** Stored wrapped and pegged assets, each with the venues of its spot books; those of October 2025 first. */
  readonly assets: readonly { readonly asset: Asset; readonly name: string; readonly venues: readonly string[] }[];
  /** What the page opens with: the event's hours where there is data of them, else the last day with data. */
  readonly window: { readonly from: string; readonly to: string };
}

const PREFERRED: readonly string[] = ['WBETH', 'BNSOL', 'USDE'];
/** A venue whose composition is known comes first. */
const PREFERRED_VENUE = 'binance';

/** What a reader can choose from, from the stored spot data alone. */
export async function marksChoices({ database }: Context): Promise<MarksChoices> {
  const stored = (await answeredBooks(database)).filter(({ market }) => {
    const { kind } = assetEntry(market.base).nature;
    return market.kind === 'spot' && (kind === 'wrapped' || kind === 'pegged');
  });
  const { from, to } = defaultWindow(union(stored.flatMap(({ answered }) => answered)));
  const assets = [...new Set(stored.map(({ market }) => market.base))];
  return {
    window: { from: formatMinute(from), to: formatMinute(to) },
    assets: assets
      .sort((a, b) => rank(a, PREFERRED) - rank(b, PREFERRED) || ascending(a, b))
      .map((asset) => ({
        asset,
        name: symbolOf(asset),
        venues: [
          ...new Set(stored.filter(({ market }) => market.base === asset).map(({ market }) => market.venue)),
        ].sort((a, b) => rank(a, [PREFERRED_VENUE]) - rank(b, [PREFERRED_VENUE]) || ascending(a, b)),
      })),
  };
}

const rank = (one: string, preferred: readonly string[]): number =>
  preferred.includes(one) ? preferred.indexOf(one) : preferred.length;
