import type { ErrataAnswer, Erratum } from '../../api/errata';
import { concerns, type Statement } from '../../domain/erratum';
import { eventOf } from '../../domain/events/presets';
import type { Asset } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute } from '../../domain/minute';
import { listOf, listPath, listWindow, type ListView } from '../../permalink/lists';
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

/** Those that concern an asset, beside answers that rest on its books; without those entered for a page of many assets. */
export const errataOfAsset = (db: Readable, asset: Asset): Promise<readonly Erratum[]> =>
  told(async () => (await errataOf(db, asset)).filter((one) => ownPage(one) === undefined));

/** Those that stand. */
export const standing = (all: readonly Erratum[]): readonly Erratum[] =>
  all.filter(({ withdrawn }) => withdrawn === null);

/** Those that concern what a page of many assets says: its window, assets and venues; or that were entered for its very address. */
export const errataOfList = async (db: Readable, list: ListView): Promise<readonly Erratum[]> => {
  const path = listPath(list);
  const statement = statementOf(list);
  return (await told(() => errataOf(db))).filter((one) => {
    const own = ownPage(one);
    return own === undefined ? statement !== undefined && concerns(one, statement) : own === path;
  });
};

/** The page of many assets that an entry was entered for, which concerns that page and nothing else; undefined: another entry. */
function ownPage({ address }: Pick<Erratum, 'address'>): string | undefined {
  const list = address === null ? undefined : listOf(address);
  return list === undefined ? undefined : listPath(list);
}

/** undefined: it says nothing of any minute. */
function statementOf(list: ListView): Statement | undefined {
  const window = listWindow(list);
  if (window === undefined) return undefined;
  const of = { from: formatMinute(window.from), to: formatMinute(window.to) };
  switch (list.kind) {
    case 'events':
      return undefined;
    case 'event':
      return { ...of, assets: eventOf(list.view.event).assets, venues: undefined };
    case 'lows':
      return { ...of, assets: list.asked.assets, venues: undefined };
    case 'scan':
      return { ...of, assets: list.asked.assets, venues: list.asked.venues };
    case 'compare': {
      const markets = list.asked.markets.map(({ market }) => market);
      return { ...of, assets: markets.map(({ base }) => base), venues: markets.map(({ venue }) => venue) };
    }
    case 'venues':
    case 'venue':
      return { ...of, assets: undefined, venues: undefined };
  }
}
