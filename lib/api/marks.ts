import { z } from 'zod';
import { answerBase, isoMinute, measured, missingReason } from './hole';

/** Why a minute has no mark; `no-ratio`: no ratio is known. */
const markHole = z.union([missingReason, z.literal('no-ratio')]);

/** Prices of one unit in USD, an entry a minute from `from` on. */
const unitColumns = z.object({
  low: z.array(measured),
  high: z.array(measured),
  close: z.array(measured),
  /** Relative, by the rates the prices were converted at; null: unknown, or no price. */
  uncertainty: z.array(measured),
  /** Why an entry is null; null where there is a price. */
  holes: z.array(markHole.nullable()),
  /** On how many venues a median rests; null: it is none. */
  peers: z.array(z.number().int()).nullable(),
});
export type UnitColumns = z.infer<typeof unitColumns>;

/** A trailing median of close ÷ the underlying’s reference close; null where fewer than 60 minutes know both. */
const trailingRatio = z.object({ ratio: measured, minutes: z.number().int() });

/** The answer of GET /api/v1/marks: what one unit of collateral was marked at by each reading. It knows no account. */
export const marksAnswer = answerBase.extend({
  asset: z.string(),
  name: z.string(),
  venue: z.string(),
  /** The venue’s own book, the one of most minutes of the window. */
  market: z.string(),
  from: isoMinute,
  to: isoMinute,
  asOf: z.string().nullable(),
  currency: z.literal('USD'),
  minPeers: z.number().int(),
  /** What a unit stands for; null: 1 USD, to which it is pegged. */
  underlying: z.object({ asset: z.string().nullable(), prices: unitColumns }),
  /** null: pegged, so the ratio is 1. */
  ratios: z.object({ from: isoMinute, to: isoMinute, own: trailingRatio, others: trailingRatio }).nullable(),
  /** By which the answer’s own readings multiply; null: not known. `source`: as `ratio=` of the address says, or `peg`. */
  ratio: z.object({ value: measured, source: z.enum(['own', 'others', 'given', 'peg']) }),
  /** The index composition that the venue published; null: none is known. */
  composition: z.object({ ownWeight: z.number(), publisher: z.string(), published: z.string() }).nullable(),
  readings: z.object({ own: unitColumns, others: unitColumns, ratio: unitColumns, index: unitColumns.nullable() }),
  /** Of the window of the asset, and of that of its underlying. */
  digests: z.array(z.string()),
  notes: z.array(z.string()),
});
export type MarksAnswer = z.infer<typeof marksAnswer>;
