import type { Command } from 'commander';
import type { Question } from '../../domain/question';
import { readQuestion } from '../../permalink/question';
import { BadInput } from '../../processes/exit';
import { AS_OF, FROM, QUESTION, TO } from '../../words/en/help/options';
import { refusalWords } from '../../words/en/refusals';

export interface QuestionOptions {
  readonly from?: string;
  readonly to?: string;
  readonly venues?: string;
  readonly reference?: string;
  readonly bloc?: string;
  readonly rate?: string;
  readonly minPeers?: string;
  readonly enter?: string;
  readonly markets?: string;
  readonly asOf?: string;
}

/** Adds the options that make a question. */
export const withQuestion = (command: Command): Command =>
  command
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--venues <list>', QUESTION.venues)
    .option('--reference <reference>', QUESTION.reference)
    .option('--bloc <quote>', QUESTION.bloc)
    .option('--rate <rate>', QUESTION.rate)
    .option('--min-peers <n>', QUESTION.minPeers)
    .option('--enter <ratio>', QUESTION.enter)
    .option('--markets <list>', QUESTION.markets)
    .option('--as-of <time>', AS_OF);

/** The question a command line asks; bad input ends with one line. */
export function questionOf(asset: string, options: QuestionOptions): Question {
  const { from, to, venues, markets, reference, bloc, rate, minPeers, enter, asOf } = options;
  const read = readQuestion({ asset, from, to, venues, markets, reference, bloc, rate, minPeers, enter, asOf });
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}
