import type { Leg } from '../../analysis/rates/legs';
import type { RateLeg } from '../../api/minute';
import { orNull } from '../deviations/rows';

/** A leg in the contract's shape. */
export const legAnswerOf = ({ venue, base, pair, close, over, value, isDropped }: Leg): RateLeg => ({
  venue,
  base: base ?? null,
  pair,
  close,
  over: orNull(over),
  value,
  isDropped,
});
