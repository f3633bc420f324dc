import * as z from 'zod/mini';
import { answerBase } from './hole';
import { verification } from './verification';

export const PINNED_STATES = [
  /** What is stored gives the digest of the address. */
  'same',
  /** It gives another one, and an earlier state that is stored gave this one. */
  'changed',
  /** The digest is that of these candles, or of an earlier state of them, by other rules than those in force here. */
  'parameters',
  /** No state that was ever stored here gives it. */
  'not-found',
  /** None of the newest states does, and there are more than are looked at. */
  'too-many-states',
] as const;

/** The answer of GET /api/v1/pinned: what became of the figures whose digest an address names. */
export const pinnedAnswer = z.extend(answerBase, {
  /** Of the address. */
  digest: z.string(),
  /** By what is stored: of the window or of the minute, whichever the digest of the address was found to be; else of the minute, where one is marked. */
  digestNow: z.string(),
  /** What the digest of the address was found to be of; null: it was not found. */
  of: z.nullable(z.enum(['window', 'minute'])),
  /** Whether the digest of the address is of all that its page and its picture show: that of a minute names its own days, and its window may reach another. null: what is stored gives another. */
  coversWindow: z.nullable(z.boolean()),
  state: z.enum(PINNED_STATES),
  /** The last instant as of which what is stored gave the digest of the address; null: it still does, or it was not found. */
  asOf: z.nullable(z.string()),
  /** The address, path and query, of the view as it was then; null: it cannot be shown here. */
  asItWas: z.nullable(z.string()),
  /** How many earlier states were looked at. */
  statesLookedAt: z.int(),
  /** As in `verify`: lines of the digest's text that name no candles. */
  parameters: verification.shape.parameters,
  /** As in `verify`: the books that differ, minute by minute. */
  changes: verification.shape.changes,
});
export type PinnedAnswer = z.infer<typeof pinnedAnswer>;
