import type { Erratum } from '../../api/errata';
import { symbolOf } from '../../domain/asset';
import type { AssetCoverage } from '../../domain/assetCoverage';
import type { Instant } from '../../domain/instant';
import { parseAsset, type Asset } from '../../domain/market';
import { formatMinute, parseMinute, type Minute } from '../../domain/minute';
import { viewPath, type View } from '../../permalink/view';
import type { Search } from '../../permalink/query';
import { asOfIn, readView } from '../../permalink/readView';
import { decodedSegment } from '../../permalink/segments';
import { told } from '../../store/connection/reading';
import { withSnapshot } from '../../store/connection/transactions';
import type { Context } from '../context';
import { errataOfAsset } from '../errata/errata';
import { assetCoverage, assetsWithData, type NamedAsset } from '../coverage/assetCoverage';

/** The path of an asset's page, or of one of its minutes; segments as the router hands them on, encoded or not. */
export interface AssetPath {
  readonly asset: string;
  readonly minute?: string;
}

/** What a page of an asset, or of one of its minutes, opens with. */
export interface AssetPage {
  readonly name: string;
  /** Every asset there is data for, this one included, by code. */
  readonly assets: readonly NamedAsset[];
  readonly coverage: AssetCoverage;
  readonly view: View;
  /** The address that spells out the whole state, where this one does not; one that cannot be read, or has an earlier form, stays beside its notice. */
  readonly movedTo: string | undefined;
  /** Every erratum that concerns the asset, of whatever minutes: the page shows those of its view. */
  readonly errata: readonly Erratum[];
}

/** What is read of an asset for its page. */
type Read = Pick<AssetPage, 'assets' | 'errata'> & { readonly coverage: AssetCoverage | undefined };

/** undefined where the path names no asset with data, or no minute. Coverage is that of the moment the address asks for. */
export async function assetPage(context: Context, path: AssetPath, search: Search): Promise<AssetPage | undefined> {
  const asset = parseAsset(decodedSegment(path.asset) ?? '');
  const minute = minuteOf(path);
  if (!asset.ok || minute === 'none') return undefined;
  const { assets, coverage, errata } = await readOf(context, asset.value, asOfIn(search));
  if (coverage === undefined) return undefined;
  const iso = minute === undefined ? undefined : formatMinute(minute);
  const read = readView({ minute: iso, search }, coverage);
  const isSpelled =
    decodedSegment(path.asset) === asset.value && (path.minute === undefined || decodedSegment(path.minute) === iso);
  return {
    name: symbolOf(asset.value),
    assets,
    coverage,
    view: read.view,
    errata,
    movedTo: read.written === undefined || (read.isCanonical && isSpelled) ? undefined : viewPath(read.written),
  };
}

/** In one moment of the database, and over one connection of it. */
const readOf = ({ database }: Context, asset: Asset, asOf: Instant | undefined): Promise<Read> =>
  told(() =>
    withSnapshot(database, async (snapshot) => {
      const moment = { database: snapshot };
      const [assets, coverageThen, errata] = await Promise.all([
        assetsWithData(moment),
        assetCoverage(moment, asset, asOf),
        errataOfAsset(snapshot, asset),
      ]);
      // An asset whose data all came later still has its page, which says so.
      const coverage = coverageThen ?? (asOf === undefined ? undefined : await assetCoverage(moment, asset));
      return { assets, coverage, errata };
    }),
  );

/** What is well written and still does not parse is a day that does not exist. */
function minuteOf({ minute }: AssetPath): Minute | undefined | 'none' {
  if (minute === undefined) return undefined;
  const read = parseMinute(decodedSegment(minute) ?? '');
  return read.ok ? read.value : 'none';
}
