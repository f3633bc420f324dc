import type { Command } from 'commander';
import type { AssetLowsAnswer, ExtremeAnswer, LowsAnswer, OutermostAnswer } from '../../api/lows';
import { readLows } from '../../permalink/lows';
import { withDataset } from '../../processes/dataset';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { lows } from '../../server/lows/lows';
import { lowsText, MEASURING } from '../../words/en/cli/lows';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { LOWS } from '../../words/en/help/answers';
import { AS_OF, FROM, JSON_OBJECT, REHEARSAL, TO } from '../../words/en/help/options';
import { refusalWords } from '../../words/en/refusals';
import { csvOf } from '../answers/csvRows';
import { shareDisplay } from '../terminal/share';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly assets?: string;
  readonly asOf?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline lows`: per asset the lowest and the second-lowest venue of a window, per venue how often it was the lowest. */
export function lowsCommand(command: Command): void {
  command
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--assets <list>', LOWS.assets)
    .option('--as-of <time>', AS_OF)
    .option('--json', JSON_OBJECT)
    .option('--csv', LOWS.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async ({ json, csv, rehearsal, ...fields }: Options) => {
      if (json && csv) throw new BadInput(JSON_OR_CSV);
      const read = readLows({ ...fields });
      if (!read.ok) throw new BadInput(refusalWords(read.error));
      await withDataset(rehearsal, async ({ context }) => {
        const found = valueOf(await lows(context, read.value, { onProgress: shareDisplay(MEASURING) }), rehearsal);
        await print(json ? `${JSON.stringify(found)}\n` : csv ? asCsv(found) : lowsText(found));
      });
    });
}

/** Of a side: the price, its minute and its rate, the place among the ranked (equals share one), and of the outermost its gap to the next. */
const SIDE = [
  '',
  'Market',
  'Minute',
  'RateRule',
  'RateUncertainty',
  'Place',
  'Gap',
  'GapUncertainty',
  'GapWide',
] as const;

const HEAD = [
  'asset',
  'venue',
  'unranked',
  'unrankedMinutes',
  ...SIDE.map((name) => `low${name}`),
  ...SIDE.map((name) => `high${name}`),
  'digest',
  'simulated',
];

const asCsv = ({ simulated, assets }: LowsAnswer): string =>
  csvOf([HEAD, ...assets.flatMap((asset) => rowsOf(asset, simulated))]);

function rowsOf(
  { asset, digest, ranked, lowest, highest, lows: low, highs, unranked }: AssetLowsAnswer,
  simulated: boolean,
) {
  const rest = [digest, String(simulated)];
  return [
    ...low.map(({ venue }) => [
      asset,
      venue,
      ranked ? null : 'too-few-venues',
      null,
      ...sideOf(low, venue, ranked, lowest),
      ...sideOf(highs, venue, ranked, highest),
      ...rest,
    ]),
    ...unranked.map(({ venue, why, minutes }) => [
      asset,
      venue,
      why,
      minutes,
      ...SIDE.map(() => null),
      ...SIDE.map(() => null),
      ...rest,
    ]),
  ];
}

function sideOf(
  extremes: readonly ExtremeAnswer[],
  venue: string,
  isRanked: boolean,
  outermost: OutermostAnswer | null,
): readonly (string | number | null)[] {
  const own = extremes.find((one) => one.venue === venue);
  if (own === undefined) return SIDE.map(() => null);
  const isOutermost = outermost?.venue === venue;
  return [
    own.price,
    own.market,
    own.minute,
    own.rateRule,
    own.rateUncertainty,
    isRanked ? 1 + extremes.findIndex(({ price }) => price === own.price) : null,
    isOutermost ? outermost.gap : null,
    isOutermost ? outermost.uncertainty : null,
    isOutermost ? String(outermost.wide) : null,
  ];
}
