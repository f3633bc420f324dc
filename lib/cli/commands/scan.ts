import type { Command } from 'commander';
import type { RankedEpisode } from '../../api/overview';
import type { ScanAnswer } from '../../api/scan';
import { formatPrice, formatRatio } from '../../words/en/numbers';
import { readScan } from '../../permalink/scan';
import { scan } from '../../server/scan/scan';
import { csvOf } from '../answers/csvRows';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { shareSaid } from '../terminal/share';
import { withDataset } from '../../processes/dataset';
import { refusalWords } from '../../words/en/refusals';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly rank?: string;
  readonly reference?: string;
  readonly assets?: string;
  readonly venues?: string;
  readonly kinds?: string;
  readonly side?: string;
  readonly depth?: string;
  readonly peers?: string;
  readonly limit?: string;
  readonly asOf?: string;
  readonly fresh?: true;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline scan`: episodes of every asset held in a window, worst first. */
export function scanCommand(program: Command): void {
  program
    .command('scan')
    .description('every asset held: its episodes in a window, worst first')
    .requiredOption('--from <time>', 'first minute, UTC, like 2025-10-10T00:00Z')
    .requiredOption('--to <time>', 'the minute after the last one')
    .option('--rank <rank>', 'depth, duration, area or volume (default: depth)')
    .option('--reference <reference>', 'others, wrapped or peg (default: others)')
    .option('--assets <list>', 'of these assets only, like ATOM,WBETH')
    .option('--venues <list>', 'episodes of these venues only, like binance,coinbase')
    .option('--kinds <list>', 'spot, perp, mark, index (default: all)')
    .option('--side <side>', 'below or above (default: both)')
    .option('--depth <ratio>', 'at least so deep, like 0.1 for 10 %')
    .option('--peers <n>', 'at least so many other venues at the peak')
    .option('--limit <n>', 'how many are listed, up to 10000 (default: 100)')
    .option('--as-of <time>', 'the world as it was known then, UTC, like 2026-01-31T08:15Z; computed from the candles')
    .option('--fresh', 'computes every episode from the candles alone, without what is kept; the same answer, later')
    .option('--json', 'as one JSON object')
    .option('--csv', 'as one row per episode')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (options: Options) => {
      const { json, csv, rehearsal, fresh, ...fields } = options;
      if (json && csv) throw new BadInput('--json and --csv exclude one another; choose one');
      const read = readScan({ ...fields });
      if (!read.ok) throw new BadInput(refusalWords(read.error));
      await withDataset(rehearsal, async ({ context }) => {
        const found = valueOf(await scan(context, read.value, { fresh, onProgress: shareSaid('scanning') }), rehearsal);
        await print(json ? `${JSON.stringify(found)}\n` : csv ? asCsv(found) : asText(found));
      });
    });
}

const COLUMNS = [
  'asset',
  'venue',
  'market',
  'kind',
  'side',
  'start',
  'end',
  'spanMinutes',
  'minutesBeyond',
  'minutesClosedBeyond',
  'unknownMinutes',
  'peak',
  'peakMinute',
  'peakPrice',
  'peakReference',
  'peakClose',
  'peakOutside',
  'areaPctMinutes',
  'recoveryMinutes',
  'baseVolume',
  'usdVolume',
  'volumeShare',
  'peersAtPeak',
  'minPeers',
  'censored',
  'enter',
  'id',
] as const satisfies readonly (keyof RankedEpisode)[];

const asCsv = ({ simulated, reference, episodes }: ScanAnswer): string =>
  csvOf([
    [...COLUMNS, 'reference', 'simulated'],
    ...episodes.map((episode) => [...COLUMNS.map((name) => episode[name]), reference, String(simulated)]),
  ]);

function asText(found: ScanAnswer): string {
  const lines = [
    ...(found.simulated ? ['SIMULATED: no exchange ever said these prices.'] : []),
    `${found.from} to ${found.to}, in USD against ${found.reference}, by ${found.rank}${found.asOf === null ? '' : `, as of ${found.asOf}`}: ${String(found.found)} episodes of ${String(found.searched.length)} assets`,
    ...found.notes,
    ...found.episodes.map(
      (one) =>
        `  ${one.asset} ${one.venue} ${one.market}${one.kind === 'spot' ? '' : ` ${one.kind}`} ${one.side} ${formatRatio(one.peak)} at ${one.peakMinute} (${formatPrice(one.peakPrice)} against ${formatPrice(one.peakReference)} USD, ${String(one.peersAtPeak)} peers), from ${one.start} for ${String(one.spanMinutes)} min`,
    ),
    ...(found.found > found.episodes.length
      ? [`  and ${String(found.found - found.episodes.length)} more; --limit lists them`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
