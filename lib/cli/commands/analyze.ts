import type { Command } from 'commander';
import type { DeviationsAnswer } from '../../api/deviations';
import { formatPrice, formatRatio } from '../../words/en/numbers';
import { deviations } from '../../server/deviations/deviations';
import { writeCsv } from '../answers/csv';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { questionOf, withQuestion, type QuestionOptions } from '../reading/question';
import { RESOLUTION_WORDS, resolutionOf } from '../reading/resolution';
import { shareSaid } from '../terminal/share';
import { withDataset } from '../../processes/dataset';

interface Options extends QuestionOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly resolution?: string;
  readonly rehearsal?: true;
}

/** `plumbline analyze ASSET`: deviations and episodes in a window, as text, JSON or CSV. */
export function analyzeCommand(program: Command): void {
  withQuestion(program.command('analyze <asset>'))
    .description('how far and how long each venue strayed in a window')
    .option('--json', 'as one JSON object')
    .option('--csv', 'as one row per venue and minute')
    .option('--resolution <minutes>', RESOLUTION_WORDS)
    .option('--rehearsal', 'of the simulated candles')
    .action(async (asset: string, options: Options) => {
      if (options.json && options.csv) throw new BadInput('--json and --csv exclude one another; choose one');
      const question = questionOf(asset, options);
      const resolution = options.json ? resolutionOf(options.resolution, question) : 'auto';
      await withDataset(options.rehearsal, async ({ context }) => {
        const onProgress = shareSaid(`analysing ${asset}`);
        if (options.csv) {
          await writeCsv(context, question, options.rehearsal, print, { onProgress });
          return;
        }
        const found = valueOf(await deviations(context, question, { resolution, onProgress }), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found)}\n` : asText(found));
      });
    });
}

function asText(found: DeviationsAnswer): string {
  const lines = [
    ...(found.simulated ? ['SIMULATED: no exchange ever said these prices.'] : []),
    `${found.asset} ${found.from} to ${found.to}, in ${found.currency} against ${found.reference}, episodes from ${formatRatio(found.enter)}`,
    ...found.notes,
    ...found.markets.map(
      (held) =>
        `  ${held.venue} ${held.market}${held.kind === 'spot' ? '' : ` ${held.kind}`} (${held.source}): ${String(held.traded)} traded, ${String(held.noTrade)} no trade, ${String(held.notFetched)} not fetched, rate ${held.rate.rule === 'parity' ? 'assumed parity' : held.rate.rule}`,
    ),
    found.episodes.length === 0 ? 'No episode.' : 'Episodes, deepest first:',
    ...found.episodes.map(
      (episode) =>
        `  ${episode.venue} ${episode.side} from ${episode.start} for ${String(episode.spanMinutes)} min, ${formatRatio(episode.peak)} at ${episode.peakMinute} (${formatPrice(episode.peakPrice)} against ${formatPrice(episode.peakReference)} ${found.currency}, ${String(episode.peersAtPeak)} peers)`,
    ),
    found.digest,
  ];
  return `${lines.join('\n')}\n`;
}
