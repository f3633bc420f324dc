import type { Command } from 'commander';
import { KINDS } from '../../domain/market';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { SCANNING, scanText } from '../../words/en/cli/scan';
import { SCAN } from '../../words/en/help/answers';
import { AS_OF, FROM, JSON_OBJECT, kindsOf, REHEARSAL, TO } from '../../words/en/help/options';
import { readScan } from '../../permalink/scan';
import { csvText } from '../../server/forms/csv';
import { scanTable } from '../../server/forms/lists/episodes';
import { scan } from '../../server/scan/scan';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { refuseUnstored } from '../reading/storedAssets';
import { shareDisplay } from '../terminal/share';
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
  readonly certainty?: string;
  readonly depth?: string;
  readonly peers?: string;
  readonly limit?: string;
  readonly asOf?: string;
  readonly fresh?: true;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline scan`: episodes of every stored asset in a window, worst first. */
export function scanCommand(command: Command): void {
  command
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--rank <rank>', SCAN.rank)
    .option('--reference <reference>', SCAN.reference)
    .option('--assets <list>', SCAN.assets)
    .option('--venues <list>', SCAN.venues)
    .option('--kinds <list>', kindsOf(KINDS, 'all'))
    .option('--side <side>', SCAN.side)
    .option('--certainty <list>', SCAN.certainty)
    .option('--depth <ratio>', SCAN.depth)
    .option('--peers <n>', SCAN.peers)
    .option('--limit <n>', SCAN.limit)
    .option('--as-of <time>', AS_OF)
    .option('--fresh', SCAN.fresh)
    .option('--json', JSON_OBJECT)
    .option('--csv', SCAN.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (options: Options) => {
      const { json, csv, rehearsal, fresh, ...fields } = options;
      if (json && csv) throw new BadInput(JSON_OR_CSV);
      const read = readScan({ ...fields });
      if (!read.ok) throw new BadInput(refusalWords(read.error));
      await withDataset(rehearsal, async ({ context }) => {
        await refuseUnstored(context, read.value, rehearsal);
        const found = valueOf(
          await scan(context, read.value, { fresh, onProgress: shareDisplay(SCANNING) }),
          rehearsal,
        );
        await print(json ? `${JSON.stringify(found)}\n` : csv ? csvText(scanTable(found)) : scanText(found));
      });
    });
}
