import type { Command } from 'commander';
import { parseInstant } from '../../domain/instant';
import { KINDS, parseAsset } from '../../domain/market';
import { parseRange } from '../../domain/minute';
import { candleRows, keptMarkets, type CandleRowsOf } from '../../server/candles/candleRows';
import { writeCandleCsv, writeCandleParquet } from '../../server/candles/candleFile';
import { BadInput, say } from '../../processes/exit';
import { listOf, readOf, venuesOf } from '../reading/options';
import { withDataset } from '../../processes/dataset';
import { writeWhole } from '../../processes/wholeFile';
import { candleFileWritten } from '../../words/en/output';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly venues?: string;
  readonly kinds?: string;
  readonly asOf?: string;
  readonly csv?: string;
  readonly parquet?: string;
  readonly rehearsal?: true;
}

/** `plumbline candles ASSET…`: every minute kept in a range, of every market and source, into a file that `import` takes back whole. */
export function candlesCommand(program: Command): void {
  program
    .command('candles <assets...>')
    .description('write the candles held to a CSV or Parquet file, losslessly; `import` takes it back')
    .requiredOption('--from <time>', 'first minute, UTC, like 2025-10-10T20:00Z')
    .requiredOption('--to <time>', 'the minute after the last one')
    .option('--venues <list>', 'only these venues, like binance,okx')
    .option('--kinds <list>', `only these kinds, of ${KINDS.join(', ')}`)
    .option('--as-of <time>', 'the world as it was known then, UTC, like 2026-01-31T08:15Z')
    .option('--csv <file>', 'as CSV; compressed where the name ends in .gz')
    .option('--parquet <file>', 'as Parquet')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (assets: string[], options: Options) => {
      if (options.csv === undefined && options.parquet === undefined)
        throw new BadInput('name what to write: --csv FILE or --parquet FILE');
      const wanted = wantedOf(assets, options);
      await withDataset(options.rehearsal, async ({ context }) => {
        if ((await keptMarkets(context, wanted)).length === 0)
          throw new BadInput(
            `nothing ${wanted.asOf === undefined ? 'is' : 'was then'} held of ${assets.join(', ')}; \`plumbline coverage\` lists what is`,
          );
        const { csv, parquet } = options;
        if (csv !== undefined) {
          const gzip = csv.toLowerCase().endsWith('.gz');
          const minutes = await writeWhole(csv, (path) => writeCandleCsv(path, candleRows(context, wanted), { gzip }));
          say(candleFileWritten(csv, minutes));
        }
        if (parquet !== undefined) {
          const minutes = await writeWhole(parquet, (path) => writeCandleParquet(path, candleRows(context, wanted)));
          say(candleFileWritten(parquet, minutes));
        }
      });
    });
}

function wantedOf(assets: readonly string[], options: Options): CandleRowsOf {
  return {
    assets: assets.map((text) => readOf(parseAsset(text))),
    range: readOf(parseRange(options.from, options.to)),
    asOf: options.asOf === undefined ? undefined : readOf(parseInstant(options.asOf)),
    venues: options.venues === undefined ? undefined : venuesOf(options.venues),
    kinds: options.kinds === undefined ? undefined : listOf('--kinds', options.kinds, KINDS),
  };
}
