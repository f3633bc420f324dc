import type { Command } from 'commander';
import type { ScorecardsAnswer } from '../../api/scorecards';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { scorecardText } from '../../words/en/cli/scorecard';
import { SCORECARD } from '../../words/en/help/answers';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { scorecards } from '../../server/scorecards/scorecards';
import { csvOf } from '../../server/forms/csv';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { questionOf, withQuestion, type QuestionOptions } from '../reading/question';
import { withDataset } from '../../processes/dataset';

interface Options extends QuestionOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline scorecard ASSET`: every venue in a window, how unusual its deepest peak is for it, and who moved first. */
export function scorecardCommand(command: Command): void {
  withQuestion(command)
    .option('--json', JSON_OBJECT)
    .option('--csv', SCORECARD.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (asset: string, options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
      const question = questionOf(asset, options);
      await withDataset(options.rehearsal, async ({ context }) => {
        const found = valueOf(await scorecards(context, question), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found)}\n` : options.csv ? asCsv(found) : scorecardText(found));
      });
    });
}

const percent = (level: number): string => String(level * 100);

function asCsv({ asset, simulated, levels, orderLevels, scorecards: cards, order }: ScorecardsAnswer): string {
  const head = [
    'asset',
    'venue',
    'market',
    'kind',
    'episodes',
    'peak',
    'peakMinute',
    'worstRank',
    'measuredMinutes',
    ...levels.map((level) => `minutesBeyond${percent(level)}Pct`),
    'minutesOutside',
    'areaPctMinutes',
    'z',
    'baselineRank',
    'baselineMinutes',
    ...orderLevels.map((level) => `strayed${percent(level)}Pct`),
    ...orderLevels.map((level) => `fell${percent(level)}Pct`),
    'recovered',
    'simulated',
  ];
  const rows = cards.map((card) => {
    const moved = order.find(
      ({ venue, market, kind }) => venue === card.venue && market === card.market && kind === card.kind,
    );
    return [
      asset,
      card.venue,
      card.market,
      card.kind,
      card.episodes,
      card.deepest?.peak ?? null,
      card.deepest?.peakMinute ?? null,
      card.worstRank,
      card.measuredMinutes,
      ...card.minutesBeyond,
      card.minutesOutside,
      card.areaPctMinutes,
      card.unusual?.z ?? null,
      card.unusual?.rank ?? null,
      card.unusual?.of ?? null,
      ...(moved?.strayed ?? []),
      ...(moved?.fell ?? []),
      moved?.recovered ?? null,
      String(simulated),
    ];
  });
  return csvOf([head, ...rows]);
}
