import type { Command } from 'commander';
import { readLows } from '../../permalink/lows';
import { withDataset } from '../../processes/dataset';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { csvText } from '../../server/forms/csv';
import { lowsTable } from '../../server/forms/lists/lows';
import { lows } from '../../server/lows/lows';
import { lowsText, MEASURING } from '../../words/en/cli/lows';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { LOWS } from '../../words/en/help/answers';
import { AS_OF, FROM, JSON_OBJECT, REHEARSAL, TO } from '../../words/en/help/options';
import { refusalWords } from '../../words/en/refusals';
import { refuseUnstored } from '../reading/storedAssets';
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
        await refuseUnstored(context, read.value, rehearsal);
        const found = valueOf(await lows(context, read.value, { onProgress: shareDisplay(MEASURING) }), rehearsal);
        await print(json ? `${JSON.stringify(found)}\n` : csv ? csvText(lowsTable(found)) : lowsText(found));
      });
    });
}
