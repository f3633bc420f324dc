import type { Command } from 'commander';
import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { minuteQuestion, viewPath, type View } from '../../permalink/view';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, valueOf } from '../../processes/exit';
import { reproduceFrom } from '../../processes/reproduceRun';
import { print } from '../../processes/standardOutput';
import { stopSignal } from '../../processes/stopSignal';
import { reproductionText, windowTooLong } from '../../words/en/cli/reproduce';
import { JSON_OBJECT } from '../../words/en/help/options';
import { REPRODUCE } from '../../words/en/help/reproduce';
import { viewOf } from '../reading/view';
import { progressDisplay } from '../terminal/bars';

interface Options {
  readonly json?: true;
  readonly rehearsal?: true;
}

/** A day of sixteen venues is some hundred pages; more than that is an ingest's work (`ingest --recheck`). */
const MOST_MINUTES = MINUTES_PER_DAY;

/** `plumbline reproduce PERMALINK`: what the venues serve now of a view's minutes, beside what is stored; exit 3 unless all is the same. */
export function reproduceCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REPRODUCE.rehearsal)
    .addHelpText('after', `\n${REPRODUCE.more}`)
    .action(async (text: string, { json, rehearsal }: Options) => {
      const view = viewOf(text);
      const question = questionOf(view);
      const { signal, off } = stopSignal(new AbortController().signal);
      const display = progressDisplay(process.stderr);
      try {
        const found = valueOf(
          await withDataset(rehearsal, (dataset) =>
            reproduceFrom(dataset, question, { address: viewPath(view), signal, onProgress: display.show }),
          ),
          rehearsal,
        );
        display.close();
        ends(found.same && !signal.aborted ? EXIT.done : EXIT.partial);
        await print(json ? `${JSON.stringify(found)}\n` : reproductionText(found));
      } finally {
        display.close();
        off();
      }
    });
}

/** A minute's address asks for that minute, a window's for all of it. */
function questionOf(view: View): Question {
  const question = view.minute === undefined ? view.question : minuteQuestion(view, view.minute);
  if (minutesIn(question.range) > MOST_MINUTES) throw new BadInput(windowTooLong(MOST_MINUTES));
  return question;
}
