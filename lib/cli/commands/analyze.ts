import type { Command } from 'commander';
import { MOST_EVERY_MINUTE_DAYS } from '../../api/limits';
import { deviations } from '../../server/deviations/deviations';
import { analysing, analysisText } from '../../words/en/cli/analysis';
import { JSON_OR_CSV, onlyWith } from '../../words/en/cli/optionFaults';
import { ANALYZE } from '../../words/en/help/answers';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { writeCsv } from '../answers/csv';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { questionOf, withQuestion, type QuestionOptions } from '../reading/question';
import { resolutionOf } from '../reading/resolution';
import { shareDisplay } from '../terminal/share';
import { withDataset } from '../../processes/dataset';

interface Options extends QuestionOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly resolution?: string;
  readonly rehearsal?: true;
}

/** `plumbline analyze ASSET`: deviations and episodes in a window, as text, JSON or CSV. */
export function analyzeCommand(command: Command): void {
  withQuestion(command)
    .option('--json', JSON_OBJECT)
    .option('--csv', ANALYZE.csv)
    .option('--resolution <minutes>', ANALYZE.resolution(MOST_EVERY_MINUTE_DAYS))
    .option('--rehearsal', REHEARSAL)
    .action(async (asset: string, options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
      if (options.resolution !== undefined && !options.json) throw new BadInput(onlyWith('--resolution', '--json'));
      const question = questionOf(asset, options);
      const resolution = options.json ? resolutionOf(options.resolution, question) : 'auto';
      await withDataset(options.rehearsal, async ({ context }) => {
        const onProgress = shareDisplay(analysing(asset));
        if (options.csv) {
          await writeCsv(context, question, options.rehearsal, print, { onProgress });
          return;
        }
        const found = valueOf(await deviations(context, question, { resolution, onProgress }), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found)}\n` : analysisText(found));
      });
    });
}
