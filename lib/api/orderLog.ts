import * as z from 'zod/mini';
import { isoMinute } from './hole';

const count = z.int().check(z.nonnegative());
const layers = z.object({ transport: count, business: count, unknown: count });
const code = z.object({
  /** `binance`, `okx`, `bybit`, `http`, `network`, `ccxt`, another venue, or `other`. */
  family: z.string(),
  code: z.string(),
  layer: z.enum(['transport', 'business', 'unknown']),
  rejected: count,
  /** Of these, of orders that may but reduce a position. */
  reduceOnly: count,
});
export type OrderLogCode = z.infer<typeof code>;

/** Counts and an order in time: neither says that one comes of the other. */
const beside = z.object({
  rejectedMinutes: count,
  /** Of these, in an episode. */
  bothMinutes: count,
  rejections: count,
  rejectionsInEpisodes: count,
  firstRejection: z.nullable(isoMinute),
  lastRejection: z.nullable(isoMinute),
  /** Minutes from the first rejection to the first episode minute: above 0, the rejection came first. */
  firstLeadMinutes: z.nullable(z.int()),
  lastLeadMinutes: z.nullable(z.int()),
});
export type OrderLogBeside = z.infer<typeof beside>;

/** What a person's own order logs come to. Instants are UTC, to the millisecond; minutes by their beginning. */
export const orderLogAnswer = z.object({
  /** Whether any of the files is the worked example (docs/worked-example.md), or has entries of it: then no count here is evidence. */
  reconstructed: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      /** The log before it whose bytes these are; then nothing of this one is counted. */
      sameAs: z.nullable(z.string()),
      reconstructed: z.boolean(),
      /** The line in which the log ends without a line end, where its end may be lost; it counts as it is read. null: none. */
      unended: z.nullable(count),
      format: z.enum(['json', 'csv', 'text']),
      /** By role the column's name, or the key. */
      columns: z.record(z.string(), z.string()),
      zone: z.nullable(z.string()),
      zoneBy: z.enum(['option', 'head', 'stamps']),
    }),
  ),
  first: z.nullable(z.string()),
  last: z.nullable(z.string()),
  lines: count,
  entries: count,
  outsidePeriod: count,
  /** Entries that name neither a code nor a success, and those of them that speak of an error. */
  withoutCode: count,
  errorsWithoutCode: count,
  accepted: count,
  acceptedReduceOnly: count,
  rejected: count,
  reduceOnly: count,
  /** Rejected ÷ (rejected + accepted); null: the log names no success, so that its attempts are not known. */
  rejectionRate: z.nullable(z.number().check(z.gte(0), z.lte(1))),
  layers,
  codes: z.array(z.extend(code, { says: z.nullable(z.string()), sources: z.array(z.string()) })),
  /** The most attempts in a row without one success; `bounded`: a success stands before and behind it. null: no rejection, or too many attempts. */
  longestRun: z.nullable(z.object({ from: z.string(), to: z.string(), attempts: count, bounded: z.boolean() })),
  minutes: z.array(
    z.object({
      minute: isoMinute,
      accepted: count,
      rejected: count,
      reduceOnly: count,
      ...layers.shape,
      codes: z.array(code),
    }),
  ),
  /** Attempts of minutes beyond the first 50,000: in the sums alone. */
  beyondMinutes: count,
  flawed: count,
  flaws: z.record(z.string(), count),
  /** The first thousand. */
  flawedLines: z.array(z.object({ file: z.string(), line: count, flaw: z.string(), text: z.string() })),
  beside: z.nullable(
    z.object({
      market: z.string(),
      /** Whole UTC days whose episodes were counted, and those of which nothing is stored. */
      days: z.array(z.string()),
      notStored: z.array(z.string()),
      simulated: z.boolean(),
      episodes: count,
      episodeMinutes: count,
      firstEpisodeMinute: z.nullable(isoMinute),
      lastEpisodeMinute: z.nullable(isoMinute),
      all: beside,
      transport: beside,
      business: beside,
      unknown: beside,
    }),
  ),
});
export type OrderLogAnswer = z.infer<typeof orderLogAnswer>;
