import type { Command } from 'commander';
import type { Question } from '../../domain/question';
import { readQuestion } from '../../permalink/question';
import { BadInput } from '../../processes/exit';
import { refusalWords } from '../../words/en/refusals';

export interface QuestionOptions {
  readonly from?: string;
  readonly to?: string;
  readonly venues?: string;
  readonly reference?: string;
  readonly rate?: string;
  readonly minPeers?: string;
  readonly enter?: string;
  readonly markets?: string;
  readonly asOf?: string;
}

/** Adds the options that make a question. */
export const withQuestion = (command: Command): Command =>
  command
    .requiredOption('--from <time>', 'first minute, UTC, like 2025-10-10T20:00Z')
    .requiredOption('--to <time>', 'the minute after the last one')
    .option('--venues <list>', 'venues that take part, like binance,coinbase (default: every one held)')
    .option('--reference <reference>', 'others, all, vwm, venue:V, wrapped or peg (default: others)')
    .option('--rate <rate>', 'usd, or none to compare raw quotes (default: usd)')
    .option('--min-peers <n>', 'least number of other venues (default: 3)')
    .option('--enter <ratio>', 'entry level of an episode, like 0.02 (default: by asset)')
    .option('--markets <list>', "your own choice of venues' markets, like binance:USDC,bybit:USDT:perp")
    .option('--as-of <time>', 'the world as it was known then, UTC, like 2026-01-31T08:15Z');

/** The question a command line asks; bad input ends with one line. */
export function questionOf(asset: string, options: QuestionOptions): Question {
  const { from, to, venues, markets, reference, rate, minPeers, enter, asOf } = options;
  const read = readQuestion({ asset, from, to, venues, markets, reference, rate, minPeers, enter, asOf });
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}
