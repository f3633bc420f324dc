import { formatMinute, union } from '../../domain/minute';
import { answeredBooks } from '../../store/coverage/answeredBooks';
import type { Context } from '../context';
import { defaultWindow } from '../coverage/window';

export interface LowsChoices {
  /** What the page opens with: the event's hours where there is data of them, else the last day with data. */
  readonly window: { readonly from: string; readonly to: string };
  readonly assets: readonly string[];
}

/** What a reader can choose from, from the stored spot data alone. */
export async function lowsChoices({ database }: Context): Promise<LowsChoices> {
  const stored = (await answeredBooks(database)).filter(({ market }) => market.kind === 'spot');
  const { from, to } = defaultWindow(union(stored.flatMap(({ answered }) => answered)));
  return {
    window: { from: formatMinute(from), to: formatMinute(to) },
    assets: [...new Set(stored.map(({ market }) => market.base))].sort(),
  };
}
