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

/** The answer of GET /api/v1/errata: the newest first. */
export const errataAnswer = answerBase.extend({ errata: z.array(erratum) });
export type ErrataAnswer = z.infer<typeof errataAnswer>;
