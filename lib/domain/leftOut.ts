import type { Market, Source } from './market';
import type { Day } from './minute';

/** Why a market takes no part on a day (method, section 2). */
export const LEFT_OUT = ['alias', 'suspected-alias', 'suspected-namesake'] as const;
export type WhyLeftOut = (typeof LEFT_OUT)[number];

/** A market that took no part on some UTC days: it is shown, lends no leg and is nobody's peer. */
export interface LeftOut {
  readonly market: Market;
  readonly source: Source;
  readonly why: WhyLeftOut;
  /** Of an alias, known or suspected: the book it is a second name of. */
  readonly of: Market | undefined;
  /** Of a suspected namesake: the median of its closes in USD ÷ the median of the other venues'. */
  readonly factor: number | undefined;
  /** In order. */
  readonly days: readonly Day[];
}
