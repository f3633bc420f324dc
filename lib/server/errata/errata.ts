import type { ErrataAnswer, Erratum } from '../../api/errata';
import { concerns } from '../../domain/erratum';
import type { Asset } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import type { Readable } from '../../store/connection/client';
import { restsOn, told } from '../../store/connection/reading';
import { errataOf } from '../../store/errata/errata';
import { movesOf } from '../../store/errata/moves';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';

/** Every erratum and venue's answer, and what changed the figures of many addresses at once, of one asset or of all: the newest first. */
export async function errata(context: Context, asset?: Asset): Promise<Outcome<ErrataAnswer>> {
  const found = await errataOf(context.database, asset);
  const moves = await movesOf(context.database, asset);
  // Of a database without any book nobody is told that an erratum came in.
  restsOn({ isFleeting: true });
  return answer({ method: METHOD_VERSION, simulated: context.simulated, errata: [...found], moves: [...moves] });
}

/** Those that concern an asset, beside answers that rest on its books. */
export const errataOfAsset = (db: Readable, asset: Asset): Promise<readonly Erratum[]> =>
  told(() => errataOf(db, asset));

/** Those that stand. */
export const standing = (all: readonly Erratum[]): readonly Erratum[] =>
  all.filter(({ withdrawn }) => withdrawn === null);

/** Those that concern figures of several assets over a window. The answer rests on every book, whose answers an entry makes stale. */
export async function errataOfWindow(
  { database }: Context,
  { from, to, assets }: { readonly from: string; readonly to: string; readonly assets: readonly string[] },
): Promise<readonly Erratum[]> {
  const all = await errataOf(database);
  return all.filter((one) => assets.some((asset) => concerns(one, { asset, from, to, venues: undefined })));
}
