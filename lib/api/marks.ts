import * as z from 'zod/mini';
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
  holes: z.array(z.nullable(markHole)),
  /** On how many venues a median rests; null: it is none. */
  peers: z.nullable(z.array(z.int())),
});
export type UnitColumns = z.infer<typeof unitColumns>;

/** A trailing median of close ÷ the underlying’s reference close; null where fewer than 60 minutes know both. */
const trailingRatio = z.object({ ratio: measured, minutes: z.int() });

/** The answer of GET /api/v1/marks: what one unit of collateral was marked at by each reading. It knows no account. */
export const marksAnswer = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  venue: z.string(),
  /** The venue’s own book, the one of most minutes of the window. */
  market: z.string(),
  from: isoMinute,
  to: isoMinute,
  asOf: z.nullable(z.string()),
  currency: z.literal('USD'),
  minPeers: z.int(),
  /** What a unit stands for; null: 1 USD, to which it is pegged. */
  underlying: z.object({ asset: z.nullable(z.string()), prices: unitColumns }),
  /** null: pegged, so the ratio is 1. */
  ratios: z.nullable(z.object({ from: isoMinute, to: isoMinute, own: trailingRatio, others: trailingRatio })),
  /** By which the answer’s own readings multiply; null: not known. `source`: as `ratio=` of the address says, or `peg`. */
  ratio: z.object({ value: measured, source: z.enum(['own', 'others', 'given', 'peg']) }),
  /** The index composition that the venue published; null: none is known. */
  composition: z.nullable(z.object({ ownWeight: z.number(), publisher: z.string(), published: z.string() })),
  readings: z.object({ own: unitColumns, others: unitColumns, ratio: unitColumns, index: z.nullable(unitColumns) }),
  /** Of the window of the asset, and of that of its underlying. */
  digests: z.array(z.string()),
  notes: z.array(z.string()),
});
export type MarksAnswer = z.infer<typeof marksAnswer>;
