import { writeWhy, type LeftOutMarket } from '../../api/leftOut';
import type { LeftOut } from '../../domain/leftOut';
import { pairOf } from '../../domain/market';
import { formatDay } from '../../domain/minute';
import { orNull } from './rows';

/** A market that took no part on some days, in the contract's shape. */
export const leftOutAnswer = ({ market, source, why, of, factor, days }: LeftOut): LeftOutMarket => ({
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
  source,
  why: writeWhy(why),
  aliasOf: of === undefined ? null : pairOf(of),
  factor: orNull(factor),
  days: days.map(formatDay),
});
