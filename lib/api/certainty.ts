import * as z from 'zod/mini';
import { WRITTEN_CERTAINTIES } from '../domain/episode';
import { measured, rateRule } from './hole';

/**
 * Whether an episode's peak lies beyond what its rates leave unknown: `certain`; `weak`: beyond it, on a weak rate;
 * `within-rate`: not beyond it, or unknown, so it is in no list of the deepest.
 */
export const writtenCertainty = z.enum(WRITTEN_CERTAINTIES);

/** The medians of a minute's USD books and of its USDT books, in USD. */
export const blocMedians = z.object({ usd: z.number(), usdt: z.number() });
export type BlocMedians = z.infer<typeof blocMedians>;

/** What is said of how sure an episode is. */
export const certaintyFields = {
  certainty: writtenCertainty,
  /** What the rates leave unknown of the deviation at the peak, relative; null: unknown. */
  uncertaintyAtPeak: measured,
  /** What made the rate of the episode's market in the minute of the peak. */
  rateRuleAtPeak: rateRule,
  /** At the peak, by lows or highs of the episode's side, where the two medians part by more than `enter`; else null. */
  blocs: z.nullable(blocMedians),
};
