import type { Asset } from './market';

/** `stable`: a USD stablecoin. `pegged`: meant to hold 1 USD by other means. `wrapped`: a claim on the underlying. */
export type AssetNature =
  | { readonly kind: 'plain' }
  | { readonly kind: 'stable' }
  | { readonly kind: 'pegged' }
  | { readonly kind: 'wrapped'; readonly underlying: Asset };

/** How an asset is written for people, and what it is. */
export interface AssetEntry {
  readonly asset: Asset;
  readonly name: string;
  readonly nature: AssetNature;
}

const entry = (asset: string, name: string, nature: AssetNature): AssetEntry => ({ asset: asset as Asset, name, nature });
const wrapped = (underlying: string): AssetNature => ({ kind: 'wrapped', underlying: underlying as Asset });

/** The assets whose nature changes a rule. Every other asset is plain and written by its ticker. */
const ENTRIES: readonly AssetEntry[] = [
  entry('WBETH', 'WBETH', wrapped('ETH')),
  entry('BNSOL', 'BNSOL', wrapped('SOL')),
  entry('USDE', 'USDe', { kind: 'pegged' }),
  ...['USDT', 'USDC', 'FDUSD', 'TUSD', 'DAI', 'BUSD', 'USDP', 'PYUSD', 'USD1', 'USDG', 'RLUSD'].map((code) => entry(code, code, { kind: 'stable' })),
];

const BY_CODE = new Map(ENTRIES.map((known) => [known.asset, known]));

export const assetEntry = (asset: Asset): AssetEntry => BY_CODE.get(asset) ?? { asset, name: asset, nature: { kind: 'plain' } };

/** USD stablecoins: the only quotes for which parity 1 may be assumed, marked `assumed parity` (method, section 2, rule 4). */
export const isUsdStable = (quote: string): boolean => BY_CODE.get(quote as Asset)?.nature.kind === 'stable';

/** The default entry level of an episode: 1 % for stablecoins, pegged and wrapped assets, 2 % for the rest (method, section 5). */
export const defaultEnter = (asset: Asset): number => (assetEntry(asset).nature.kind === 'plain' ? 0.02 : 0.01);
