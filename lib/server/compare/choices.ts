import type { ComparedMarket } from '../../domain/comparison';
import { isComputed, roadOf } from '../../domain/market';
import { formatMinute, union } from '../../domain/minute';
import { writeComparedMarket } from '../../permalink/compare';
import { coverageOf } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { defaultWindow } from '../coverage/window';

export interface CompareChoices {
  /** What the page opens with: the event's hours where there is data of them, else the last day with data. */
  readonly window: { readonly from: string; readonly to: string };
  /** Every stored market as an address names it, in order. */
  readonly markets: readonly string[];
  /** Two that are worth comparing: a venue's spot book and its contract where there are both, else two of the asset and quote that most venues trade. */
  readonly example: string | undefined;
}

/** What a reader can choose from, of what is stored. */
export async function compareChoices({ database }: Context): Promise<CompareChoices> {
  const stored = await coverageOf(database);
  const { from, to } = defaultWindow(union(stored.flatMap(({ answered }) => answered)));
  const markets = stored.map(({ market, source }): ComparedMarket => ({ market, isDisplay: roadOf(source) === 'ui' }));
  return {
    window: { from: formatMinute(from), to: formatMinute(to) },
    markets: [...new Set(markets.map(writeComparedMarket))].sort(),
    example: exampleOf(markets),
  };
}

export function exampleOf(markets: readonly ComparedMarket[]): string | undefined {
  const traded = markets.filter(({ market, isDisplay }) => !isDisplay && !isComputed(market.kind));
  const pairs = traded
    .filter(({ market }) => market.kind === 'spot')
    .flatMap((a) => {
      const others = traded.filter(
        ({ market }) => market !== a.market && market.base === a.market.base && market.quote === a.market.quote,
      );
      return others.map((b) => ({ a, b, among: others.length }));
    })
    // The most widely traded first; the sort keeps the order of the others.
    .sort((one, other) => other.among - one.among);
  const chosen =
    pairs.find(({ a, b }) => b.market.kind === 'perp' && a.market.venue === b.market.venue) ??
    pairs.find(({ b }) => b.market.kind === 'perp') ??
    pairs[0];
  return chosen === undefined ? undefined : [chosen.a, chosen.b].map(writeComparedMarket).join(',');
}
