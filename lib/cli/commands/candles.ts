import type { Command } from 'commander';
import { parseInstant } from '../../domain/instant';
import { KINDS, parseAsset } from '../../domain/market';
import { parseRange } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import { Unsettled } from '../../store/connection/failures';
import { Overtaken, withSnapshot } from '../../store/connection/transactions';
import { stillToCome } from '../../server/moment';
import { candleMarkets, candleRows, type CandleRowsOf } from '../../server/candles/candleRows';
import { writeCandleCsv, writeCandleParquet } from '../../server/candles/candleFile';
import { BadInput, say, valueOf } from '../../processes/exit';
import { CANDLES_NOTHING, noStoredCandles } from '../../words/en/cli/optionFaults';
import { CANDLES } from '../../words/en/help/files';
import { AS_OF, FROM, kindsOf, REHEARSAL, TO } from '../../words/en/help/options';
import { listOf, readOf, refuseSameFile, venuesOf } from '../reading/options';
import { withDataset } from '../../processes/dataset';
import { isReplaced, writeWhole } from '../../processes/wholeFile';
import { neverOneMoment } from '../../words/en/database';
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
export function candlesCommand(command: Command): void {
  command
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--venues <list>', CANDLES.venues)
    .option('--kinds <list>', kindsOf(KINDS, 'all'))
    .option('--as-of <time>', AS_OF)
    .option('--csv <file>', CANDLES.csv)
    .option('--parquet <file>', CANDLES.parquet)
    .option('--rehearsal', REHEARSAL)
    .action(async (assets: string[], options: Options) => {
      if (options.csv === undefined && options.parquet === undefined) throw new BadInput(CANDLES_NOTHING);
      refuseSameFile([options.csv, options.parquet]);
      const wanted = wantedOf(assets, options);
      const early = stillToCome(wanted.asOf);
      if (early !== undefined) valueOf(early, options.rehearsal);
      await withDataset(options.rehearsal, async ({ context }) => {
        if ((await candleMarkets(context.database, wanted)).length === 0)
          throw new BadInput(noStoredCandles(assets, options.asOf));
        const { csv, parquet } = options;
        const { database } = context;
        // Both files are of one moment, whatever comes in while they are written.
        const written = await withSnapshot(database, async (snapshot) => {
          const rows = () => candleRows(snapshot, wanted);
          const gzip = csv?.toLowerCase().endsWith('.gz') === true;
          const files = [];
          if (csv !== undefined)
            files.push(await fileOf(database, csv, (path) => writeCandleCsv(path, rows(), { gzip })));
          if (parquet !== undefined)
            files.push(await fileOf(database, parquet, (path) => writeCandleParquet(path, rows())));
          return files;
        });
        for (const { file, minutes } of written) say(candleFileWritten(file, minutes));
      });
    });
}

/** Writes one of them. What went into a pipe cannot be written again in another moment. */
async function fileOf(
  { place }: Database,
  file: string,
  write: (path: string) => Promise<number>,
): Promise<{ readonly file: string; readonly minutes: number }> {
  try {
    return { file, minutes: await writeWhole(file, write) };
  } catch (failure) {
    if (!(failure instanceof Overtaken) || (await isReplaced(file))) throw failure;
    throw new Unsettled(neverOneMoment(place, 1), { cause: failure });
  }
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
