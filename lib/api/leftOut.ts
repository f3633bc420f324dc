import * as z from 'zod/mini';
import type { WhyLeftOut } from '../domain/leftOut';
import { candleSource, marketKind, measured } from './hole';

const SUSPECTED = { alias: 'suspected alias', namesake: 'suspected namesake' } as const; // eslint-disable-line words/outside -- read by scripts

/** Why a market takes no part that is no known alias, as answers write it. */
export const suspectedWhy = z.enum([SUSPECTED.alias, SUSPECTED.namesake]);
/** Why a market takes no part, as answers write it. */
export const writtenWhy = z.enum(['alias', SUSPECTED.alias, SUSPECTED.namesake]);
export type WrittenWhy = z.infer<typeof writtenWhy>;

const WRITTEN: Readonly<Record<WhyLeftOut, WrittenWhy>> = {
  alias: 'alias',
  'suspected-alias': SUSPECTED.alias,
  'suspected-namesake': SUSPECTED.namesake,
};
export const writeWhy = (why: WhyLeftOut): WrittenWhy => WRITTEN[why];

/** A market that takes no part on some UTC days: nobody's peer, and it lends no rate a leg. */
export const leftOutMarket = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  why: writtenWhy,
  /** Of an alias, known or suspected: the book it is a second name of; else null. */
  aliasOf: z.nullable(z.string()),
  /** Of a suspected namesake: how many times the other venues' median its price in USD is; else null. */
  factor: measured,
  /** UTC days, `2025-10-10`, ascending. */
  days: z.array(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type LeftOutMarket = z.infer<typeof leftOutMarket>;
