import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { valueOf } from '../../processes/exit';
import type { Context } from '../../server/context';
import { assetsWithData } from '../../server/coverage/assetCoverage';
import { noAssetProblem } from '../../server/coverage/coverage';

interface Asked {
  readonly assets: readonly Asset[] | undefined;
  readonly asOf: Instant | undefined;
}

/** Refuses an asset, of those that a list names, of which there is no data, or was none then: a list would pass over it. Throws `BadInput`. */
export async function refuseUnstored(
  context: Context,
  { assets, asOf }: Asked,
  rehearsal: true | undefined,
): Promise<void> {
  if (assets === undefined) return;
  const stored = new Set((await assetsWithData(context, asOf)).map(({ asset }) => asset));
  const unstored = assets.find((asset) => !stored.has(asset));
  if (unstored !== undefined) valueOf(noAssetProblem(unstored, asOf), rehearsal);
}
