import type { Command } from 'commander';
import type { ScorecardsAnswer } from '../../api/scorecards';
import { formatRatio } from '../../words/en/numbers';
import { scorecards } from '../../server/scorecards/scorecards';
import { csvOf } from '../answers/csvRows';
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
export function scorecardCommand(program: Command): void {
  withQuestion(program.command('scorecard <asset>'))
    .description(
      'every venue in a window: its minutes beyond each depth, how unusual its peak is for it, and who moved first',
    )
    .option('--json', 'as one JSON object')
    .option('--csv', 'as one row per venue')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (asset: string, options: Options) => {
      if (options.json && options.csv) throw new BadInput('--json and --csv exclude one another; choose one');
      const question = questionOf(asset, options);
      await withDataset(options.rehearsal, async ({ context }) => {
        const found = valueOf(await scorecards(context, question), options.rehearsal);
        await print(options.json ? `${JSON.stringify(found)}\n` : options.csv ? asCsv(found) : asText(found));
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

function asText(found: ScorecardsAnswer): string {
  const lines = [
    ...(found.simulated ? ['SIMULATED: no exchange ever said these prices.'] : []),
    `${found.asset} ${found.from} to ${found.to}, in ${found.currency} against ${found.reference}`,
    ...found.notes,
    `Minutes beyond ${found.levels.map((level) => `${percent(level)} %`).join(', ')}:`,
    ...found.scorecards.map((card) => {
      const peak =
        card.deepest === null
          ? 'no episode'
          : `${String(card.episodes)} ${card.episodes === 1 ? 'episode' : 'episodes'}, deepest ${formatRatio(card.deepest.peak)} at ${card.deepest.peakMinute}`;
      const past =
        card.unusual !== null
          ? `, z ${card.unusual.z.toFixed(1)}, rank ${String(card.unusual.rank)} against ${String(card.unusual.of)} minutes before`
          : card.noBaseline === 'no-episode'
            ? ''
            : ', no baseline: less than a day measured before';
      return `  ${card.venue} ${card.market}${card.kind === 'spot' ? '' : ` ${card.kind}`}: ${card.minutesBeyond.join(', ')} of ${String(card.measuredMinutes)}; outside all others ${String(card.minutesOutside)}; ${peak}${past}`;
    }),
    `First ${found.orderLevels.map((level) => `${percent(level)} %`).join(', ')} below the reference:`,
    ...found.order.map(
      (one) =>
        `  ${one.venue} ${one.market}${one.kind === 'spot' ? '' : ` ${one.kind}`}: ${one.strayed.map((at) => at ?? 'never').join(', ')}${one.recovered === null ? (one.notRecovered === 'no-episode' ? '' : '; not back in the window') : `; back at ${one.recovered}`}`,
    ),
    found.digest,
  ];
  return `${lines.join('\n')}\n`;
}
