import type { Asset } from '../market';
import { DEFAULT_ENTER, TIED_ENTER } from '../method';
import type { Reference } from '../reference';
import { entriesOf, type AssetEntries } from './entries';
import type { AssetRegistry } from './registry';
import { ENTRIES } from './seed/entries';
import type { AssetAddition, AssetEntry } from './types';

interface Installed {
  readonly entries: AssetEntries;
  /** undefined: the shipped one, which nobody has asked for a ticker yet. Pages ask what assets are, and carry no table of tickers. */
  registry: AssetRegistry | undefined;
}

interface Holder {
  installed: Installed;
  /** Somebody was given an answer, which a change of registry would make false. */
  read: boolean;
}

declare global {
  var plumblineAssets: Holder | undefined;
}

/** Kept on the global object: a bundler may hold several copies of this module in one process. */
const holder = (): Holder =>
  (globalThis.plumblineAssets ??= { installed: { entries: entriesOf(ENTRIES), registry: undefined }, read: false });

/** What this process answers from, for an answer. */
export function installed(): Installed {
  const one = holder();
  one.read = true;
  return one.installed;
}

/**
 * Installs the registry this process (or worker thread: each has its own) answers from, once, at its start. Installing what
 * is installed already does nothing; anything else after the first answer throws, for answers before and after would differ.
 */
export function installAssets(registry: AssetRegistry): void {
  const one = holder();
  const additions = one.installed.registry?.additions ?? [];
  if (JSON.stringify(additions) === JSON.stringify(registry.additions)) return;
  if (one.read)
    throw new Error('the asset registry was read before it was installed; install it where the process starts');
  one.installed = { entries: registry, registry };
}

/** What a user added to the registry this process answers from: a thread that is to answer alike is given it. */
export const installedAdditions = (): readonly AssetAddition[] => installed().registry?.additions ?? [];

/** What is known of an asset; a plain one of its own name where nothing is. */
export const assetEntry = (asset: Asset): AssetEntry => installed().entries.entryOf(asset);

/** USD stablecoins: the only quotes for which parity 1 may be assumed, marked `assumed parity` (method, section 2, rule 4). */
export function isUsdStable(quote: string): boolean {
  const { nature } = assetEntry(quote as Asset);
  return nature.kind === 'stable' && nature.of === 'USD';
}

/** Whether an asset has an entry. */
export const isKnownAsset = (asset: Asset): boolean => installed().entries.has(asset);

/** Every asset with an entry, by code. */
export const knownAssets = (): readonly AssetEntry[] => installed().entries.known;

const ofNature = (kind: AssetEntry['nature']['kind']): readonly AssetEntry[] =>
  knownAssets().filter(({ nature }) => nature.kind === kind);

/** Claims on an underlying: the assets for which `reference=wrapped` can be asked. */
export const wrappedAssets = (): readonly AssetEntry[] => ofNature('wrapped');

/** Meant to hold 1 USD: the assets for which `reference=peg` is the natural question. */
export const peggedAssets = (): readonly AssetEntry[] => ofNature('pegged');

/** As shipped, whatever is installed. */
const NATURE_SHIPPED = new Map(ENTRIES.map(({ asset, nature }) => [asset, nature]));

/** What this build takes an asset for, whatever a user's additions say. */
export const shippedNature = (asset: Asset): AssetEntry['nature'] => NATURE_SHIPPED.get(asset) ?? { kind: 'plain' };

/**
 * The default entry level of an episode: TIED_ENTER for stablecoins, pegged and wrapped assets, DEFAULT_ENTER for the rest.
 * A user's additions do not change it: a link leaves the default out, and must mean the same on every machine.
 */
export const defaultEnter = (asset: Asset): number =>
  (NATURE_SHIPPED.get(asset)?.kind ?? 'plain') === 'plain' ? DEFAULT_ENTER : TIED_ENTER;

/**
 * What an asset is compared with where nobody asked otherwise (method, section 3): wrapped assets with their underlying, pegged ones with
 * their peg, all others with the other venues. As shipped, for the same reason.
 */
export function ownReference(asset: Asset): Reference & { readonly kind: 'others' | 'wrapped' | 'peg' } {
  const kind = NATURE_SHIPPED.get(asset)?.kind;
  return { kind: kind === 'wrapped' ? 'wrapped' : kind === 'pegged' ? 'peg' : 'others' };
}
