/** The asset registry: what assets are, and what venues call them when (docs/assets.md). */
export { withAssets } from './check';
export {
  assetAt,
  assetEntry,
  defaultEnter,
  installAssets,
  isUsdStable,
  knownAssets,
  meaningsIn,
  ownReference,
  peggedAssets,
  shippedNature,
  tickersOf,
  wrappedAssets,
} from './installed';
export { symbolOf } from './symbols';
export type { AssetRegistry } from './registry';
export type { AssetAddition, AssetEntry, AssetNature } from './types';
