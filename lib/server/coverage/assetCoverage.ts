import { assetEntry, symbolOf } from '../../domain/asset';
import type { AssetCoverage, CoveredVenue } from '../../domain/assetCoverage';
import type { Instant } from '../../domain/instant';
import { KINDS, roadOf, type Asset, type Market, type Venue } from '../../domain/market';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import type { Readable } from '../../store/connection/client';
import { restsOn, told } from '../../store/connection/reading';
import { unstoredAssets } from '../../words/noAsset';
import { problem } from '../http/outcome';
import { noAssetProblem } from './coverage';
import { ALWAYS, windowWithData } from './window';

export interface NamedAsset {
  readonly asset: Asset;
  readonly name: string;
}

/** The database, or one moment of it. */
type Asked = { readonly database: Readable };

/** Every asset there is data for (or was, then), by code. */
export async function assetsWithData(context: Asked, asOf?: Instant): Promise<readonly NamedAsset[]> {
  const stored = await told(() => marketsWithData(context.database, { asOf }));
  const assets = [...new Set(stored.map(({ market }) => market.base))].sort();
  restsOn({ listed: assets });
  return assets.map((asset) => ({ asset, name: symbolOf(asset) }));
}

/** A problem where assets are asked for and there is no data of any (or was none, then): a list of them would be empty without a reason. */
export function noneStored(
  stored: readonly { readonly market: Market }[],
  { assets = [], asOf }: { readonly assets: readonly Asset[] | undefined; readonly asOf: Instant | undefined },
): ReturnType<typeof problem> | undefined {
  const [first] = assets;
  if (first === undefined || stored.some(({ market }) => assets.includes(market.base))) return undefined;
  return assets.length === 1 ? noAssetProblem(first, asOf) : problem('not-held', unstoredAssets(assets));
}

/** Notes on those of the assets that a list asks for of which there is no data: that it has nothing of them says nothing. */
export function unstoredNotes(
  stored: readonly { readonly market: Market }[],
  asked: readonly Asset[] | undefined,
): readonly string[] {
  const known = new Set(stored.map(({ market }) => market.base));
  const unstored = asked?.filter((asset) => !known.has(asset)) ?? [];
  return unstored.length === 0 ? [] : [unstoredAssets(unstored)];
}

/** What addresses of an asset are read against, as known then or now; undefined where there is no data. Reads no candle. */
export async function assetCoverage(context: Asked, asset: Asset, asOf?: Instant): Promise<AssetCoverage | undefined> {
  const [stored, window] = await Promise.all([
    told(() => marketsWithData(context.database, { asset, asOf })),
    windowWithData(context, asset, asOf),
  ]);
  restsOn({ bases: [asset], books: stored.map(({ market, source }) => ({ market, source, ...ALWAYS })) });
  if (stored.length === 0 || window === undefined) return undefined;
  const venues = [...new Set(stored.map(({ market }) => market.venue))].sort();
  return {
    entry: assetEntry(asset),
    venues: venues.map((venue) => coveredVenue(venue, stored)),
    window,
  };
}

/** A venue with its books, each once however many sources have it, by kind and quote. */
function coveredVenue(venue: Venue, stored: Awaited<ReturnType<typeof marketsWithData>>): CoveredVenue {
  const own = stored.flatMap(({ market, source }) =>
    market.venue === venue && roadOf(source) !== 'ui' ? [market] : [],
  );
  const books = KINDS.flatMap((kind) =>
    [...new Set(own.filter((market) => market.kind === kind).map(({ quote }) => quote))]
      .sort()
      .map((quote) => ({ quote, kind })),
  );
  return { venue, spot: books.some(({ kind }) => kind === 'spot'), books };
}
