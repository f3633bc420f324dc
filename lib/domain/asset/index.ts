/** The asset registry: what assets are, and what venues call them when (docs/assets.md). */
export { withAssets } from './check';
export {
  assetEntry,
  defaultEnter,
  installAssets,
  installedAdditions,
  isKnownAsset,
  isUsdStable,
  knownAssets,
  ownReference,
  peggedAssets,
  shippedNature,
  wrappedAssets,
} from './installed';
export { assetAt, meaningsIn, tickersOf } from './meanings';
export { symbolOf } from './symbols';
export type { AssetRegistry } from './registry';
export type { AssetAddition, AssetEntry, AssetNature } from './types';
