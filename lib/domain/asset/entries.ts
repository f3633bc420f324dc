import type { Asset } from '../market';
import type { AssetAddition, AssetEntry } from './types';

/** What assets are, as a value: the same entries give the same answers for ever. */
export interface AssetEntries {
  /** What is known of an asset; a plain one of its own name where nothing is. */
  readonly entryOf: (asset: Asset) => AssetEntry;
  readonly has: (asset: Asset) => boolean;
  /** By code. */
  readonly known: readonly AssetEntry[];
}

/** One asset's entry after a user's word: what he left out stays. */
function overridden(held: AssetEntry | undefined, { asset, name, nature }: AssetAddition): AssetEntry {
  return { asset, name: name ?? held?.name ?? asset, nature: nature ?? held?.nature ?? { kind: 'plain' } };
}

export function entriesOf(shipped: readonly AssetEntry[], additions: readonly AssetAddition[] = []): AssetEntries {
  const entries = new Map(shipped.map((entry) => [entry.asset, entry]));
  for (const addition of additions) entries.set(addition.asset, overridden(entries.get(addition.asset), addition));
  return {
    entryOf: (asset) => entries.get(asset) ?? { asset, name: asset, nature: { kind: 'plain' } },
    has: (asset) => entries.has(asset),
    known: [...entries.values()].sort((a, b) => (a.asset < b.asset ? -1 : 1)),
  };
}
