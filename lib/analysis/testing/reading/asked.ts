import type { Kind } from '../../../domain/market';
import { minute, type Minute } from '../../../domain/minute';
import { DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from '../markets';
import type { Asked } from './question';

/** 2025-10-10T00:00Z, the first minute of the event's day. */
export const MIDNIGHT = minute(DEEPEST_MINUTE - (21 * 60 + 20));

/** A question of so many minutes from the event's deepest one on; of all venues and quotes unless said otherwise. */
export const ask = (minutes: number, asked: Partial<Asked> = {}, from: Minute = DEEPEST_MINUTE): Asked => ({
  ...questionOf(minutes, asked),
  range: { from, to: minute(from + minutes) },
  bloc: 'all',
  ...asked,
});

/** A market of one price through so many minutes. */
export const steady = (name: string, price: number, minutes = 1, from: Minute = DEEPEST_MINUTE, kind: Kind = 'spot') =>
  marketOf(name, new Array<Slot>(minutes).fill(flat(price)), { from, kind });
