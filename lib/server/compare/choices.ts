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
  /** Two that are worth comparing: a spot book and a contract of the same asset where there is one. */
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

function exampleOf(markets: readonly ComparedMarket[]): string | undefined {
  const traded = markets.filter(({ market, isDisplay }) => !isDisplay && !isComputed(market.kind));
  for (const a of traded) {
    if (a.market.kind !== 'spot') continue;
    const others = traded.filter(({ market }) => market.base === a.market.base && market !== a.market);
    const b =
      others.find(({ market }) => market.kind === 'perp' && market.quote === a.market.quote) ??
      others.find(({ market }) => market.quote === a.market.quote);
    if (b !== undefined) return [a, b].map(writeComparedMarket).join(',');
  }
  return undefined;
}
