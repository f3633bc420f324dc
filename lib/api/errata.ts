import { z } from 'zod';
import { ERRATUM_KINDS } from '../domain/erratum';
import { answerBase, isoMinute } from './hole';

/** What was said later of a published statement. It stands beside the statement; nothing is changed or deleted. null limits nothing. */
export const erratum = z.object({
  id: z.number().int(),
  /** When it was recorded. */
  recorded: z.string(),
  kind: z.enum(ERRATUM_KINDS),
  asset: z.string().nullable(),
  /** Half-open; null: open. */
  from: isoMinute.nullable(),
  to: isoMinute.nullable(),
  venue: z.string().nullable(),
  /** Of the figures that were published. */
  digest: z.string().nullable(),
  address: z.string().nullable(),
  /** Of an erratum why; of a venue's answer what it answers to. */
  reason: z.string(),
  /** What the venue says, in its words; null of an erratum. */
  statement: z.string().nullable(),
  /** Who says it; null: whoever runs this instance. */
  by: z.string().nullable(),
  link: z.string().nullable(),
  /** null: it stands. */
  withdrawn: z.object({ recorded: z.string(), reason: z.string(), by: z.string().nullable() }).nullable(),
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
  asset: z.string().nullable(),
  /** Minutes whose candle became another; null of a venue that came in. */
  minutes: z.number().int().nullable(),
  /** The minutes they lie within, half-open. */
  from: isoMinute.nullable(),
  to: isoMinute.nullable(),
  /** Of how many assets a venue that came in has data; null of revisions. */
  assets: z.number().int().nullable(),
});

/** The answer of GET /api/v1/errata: each the newest first. */
export const errataAnswer = answerBase.extend({ errata: z.array(erratum), moves: z.array(move) });
export type ErrataAnswer = z.infer<typeof errataAnswer>;
