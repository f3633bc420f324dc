import * as z from 'zod/mini';
import { KINDS, SOURCES } from '../domain/market';
import { MISSING_REASONS } from '../domain/missing';
import { RATE_RULES } from '../domain/rate';
import { NAMED_REFERENCES } from '../domain/reference';

/** A number, or null where there is none; the reason stands beside it. Never NaN, never a stand-in. */
export const measured = z.nullable(z.number());

/** `2025-10-10T21:20Z` */
export const isoMinute = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/));

export const missingReason = z.enum(MISSING_REASONS);
export type MissingReason = z.infer<typeof missingReason>;

/** What made a rate to USD; `none`: nothing did, or raw quotes are compared. */
export const rateRule = z.enum(RATE_RULES);
export type RateRule = z.infer<typeof rateRule>;

/** `others`, `all`, `vwm`, `wrapped`, `peg`, or `venue:` and an exchange's id. */
export const writtenReference = z.union([
  z.enum(NAMED_REFERENCES),
  z.templateLiteral(['venue:', z.string().check(z.regex(/^[a-z][a-z0-9]{1,29}$/))]),
]);

/** `all`, or the quote of the books among which medians are taken. */
export const writtenBloc = z.string();

export const marketKind = z.enum(KINDS);
export const candleSource = z.enum(SOURCES);

/** What every answer says of itself. `simulated`: made by the exchange simulator; no exchange published these prices. */
export const answerBase = z.object({ method: z.int(), simulated: z.boolean() });
