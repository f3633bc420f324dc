import * as z from 'zod/mini';
import { episodeAnswer } from './deviations';
import { answerBase, isoMinute, marketKind, measured, writtenBloc, writtenReference } from './hole';

const market = { venue: z.string(), market: z.string(), kind: marketKind };

/** How a peak stands against the same market's own days before the window (method, section 8). */
export const unusualAnswer = z.object({
  /** The robust z of the peak: (peak − median) ÷ max(1.4826 × MAD, 1 bp) of the baseline's deviations on that side. */
  z: z.number(),
  /** 1: deeper than each of the `of` measured minutes of the baseline. */
  rank: z.int(),
  of: z.int(),
});

/** One market in the window (method, section 5). */
export const scorecardAnswer = z.object({
  ...market,
  episodes: z.int(),
  deepest: z.nullable(episodeAnswer),
  /** The place of its deepest episode among all of the window, 1 the deepest. */
  worstRank: z.nullable(z.int()),
  measuredMinutes: z.int(),
  /** Minutes at or beyond each of `levels`, to either side, by low or high. */
  minutesBeyond: z.array(z.int()),
  /** Minutes in which it traded lower, or higher, than every other venue. */
  minutesOutside: z.int(),
  areaPctMinutes: z.number(),
  /** Of the deepest episode; null with its reason in `noBaseline`. */
  unusual: z.nullable(unusualAnswer),
  noBaseline: z.nullable(z.enum(['no-episode', 'less-than-a-day-measured'])),
});
export type ScorecardAnswer = z.infer<typeof scorecardAnswer>;

/** When one market moved (method, section 9). */
export const eventOrderAnswer = z.object({
  ...market,
  /** The first minute its low lay each of `orderLevels` below its reference; null: never in the window. */
  strayed: z.array(z.nullable(isoMinute)),
  /** The first minute its low lay so far below its level at the window's beginning; null: never in the window. */
  fell: z.array(z.nullable(isoMinute)),
  /** The minute after its last episode; null with its reason in `notRecovered`. */
  recovered: z.nullable(isoMinute),
  notRecovered: z.nullable(z.enum(['no-episode', 'not-in-window'])),
});
export type EventOrderAnswer = z.infer<typeof eventOrderAnswer>;

/** The answer of `scorecard --json` and of GET /api/v1/scorecards: every market in a window, how unusual that is for it, and who moved first. */
export const scorecardsAnswer = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  from: isoMinute,
  to: isoMinute,
  currency: z.string(),
  reference: writtenReference,
  bloc: writtenBloc,
  rate: z.enum(['usd', 'none']),
  minPeers: z.int(),
  enter: z.number(),
  /** Of the question about the window. */
  digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  notes: z.array(z.string()),
  levels: z.array(z.number()),
  orderLevels: z.array(z.number()),
  /** The days that peaks are compared with: those before the window. */
  baseline: z.object({ from: isoMinute, to: isoMinute }),
  market: z.object({ fall: measured }),
  /** By venue. */
  scorecards: z.array(scorecardAnswer),
  /** Who strayed first, first. */
  order: z.array(eventOrderAnswer),
});
export type ScorecardsAnswer = z.infer<typeof scorecardsAnswer>;
