import * as z from 'zod/mini';
import { ERRATUM_KINDS } from '../domain/erratum';
import { answerBase, isoMinute } from './hole';

/** What was said later of a published statement. It stands beside the statement; nothing is changed or deleted. null limits nothing. */
export const erratum = z.object({
  id: z.int(),
  /** When it was recorded. */
  recorded: z.string(),
  kind: z.enum(ERRATUM_KINDS),
  asset: z.nullable(z.string()),
  /** Half-open; null: open. */
  from: z.nullable(isoMinute),
  to: z.nullable(isoMinute),
  venue: z.nullable(z.string()),
  /** Of the figures that were published. */
  digest: z.nullable(z.string()),
  address: z.nullable(z.string()),
  /** Of an erratum why; of a venue's answer what it answers to. */
  reason: z.string(),
  /** What the venue says, in its words; null of an erratum. */
  statement: z.nullable(z.string()),
  /** Who says it; null: whoever runs this instance. */
  by: z.nullable(z.string()),
  link: z.nullable(z.string()),
  /** null: it stands. */
  withdrawn: z.nullable(z.object({ recorded: z.string(), reason: z.string(), by: z.nullable(z.string()) })),
});
export type Erratum = z.infer<typeof erratum>;

/** What changed the figures of many addresses at once. */
const move = z.object({
  /** When, for the last time. */
  at: z.string(),
  /** `revisions`: a venue's candles of an asset became others; `venue`: the first data of a venue came in. */
  kind: z.enum(['revisions', 'venue']),
  venue: z.string(),
  /** null: every asset there is data of from the venue. */
  asset: z.nullable(z.string()),
  /** Minutes whose candle became another; null of a venue that came in. */
  minutes: z.nullable(z.int()),
  /** The minutes they lie within, half-open. */
  from: z.nullable(isoMinute),
  to: z.nullable(isoMinute),
  /** Of how many assets a venue that came in has data; null of revisions. */
  assets: z.nullable(z.int()),
});

/** The answer of GET /api/v1/errata: each the newest first. */
export const errataAnswer = z.extend(answerBase, { errata: z.array(erratum), moves: z.array(move) });
export type ErrataAnswer = z.infer<typeof errataAnswer>;
