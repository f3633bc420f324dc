import type { CoverageAnswer, HeldMarket } from '../api/overview';
import { assetEntry } from '../domain/asset';
import { pairOf, type Asset } from '../domain/market';
import { formatMinute } from '../domain/minute';
import { METHOD_VERSION } from '../domain/question';
import { coverageOf, type HeldCoverage } from '../store/holdings';
import type { Context } from './context';
import { answer, problem, type Outcome } from './outcome';

/** What is held, per asset and market: ranges answered, minutes with and without a trade, quarantined, revised. */
export async function coverage(context: Context, asset?: Asset): Promise<Outcome<CoverageAnswer>> {
  const held = await coverageOf(context.database, { asset });
  if (asset !== undefined && held.length === 0) return notHeld(asset);
  const assets = [...new Set(held.map(({ market }) => market.base))].sort();
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets: assets.map((code) => ({
      asset: code,
      name: assetEntry(code).name,
      markets: held.filter(({ market }) => market.base === code).map(heldMarket),
    })),
  });
}

/** What to say of an asset nothing is held of. */
export const notHeld = (asset: Asset): ReturnType<typeof problem> =>
  problem('not-held', `${asset} is not held; \`plumbline ingest ${asset} --from T --to T\` or \`plumbline import\` brings it in`);

function heldMarket(held: HeldCoverage): HeldMarket {
  return {
    venue: held.market.venue,
    market: pairOf(held.market),
    kind: held.market.kind,
    source: held.source,
    ranges: held.answered.map(({ from, to }) => ({ from: formatMinute(from), to: formatMinute(to) })),
    answeredMinutes: held.answeredMinutes,
    traded: held.traded,
    noTrade: held.noTrade,
    quarantined: held.quarantined,
    revised: held.revised,
  };
}
