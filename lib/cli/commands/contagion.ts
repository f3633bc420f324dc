import type { Command } from 'commander';
import { readContagion } from '../../permalink/contagion';
import { withDataset } from '../../processes/dataset';
import { BadInput, valueOf } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { contagion } from '../../server/contagion/contagion';
import { contagionTable } from '../../server/contagion/table';
import { csvText } from '../../server/forms/csv';
import { contagionText } from '../../words/en/cli/contagion';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { CONTAGION } from '../../words/en/help/answers';
import { AS_OF, FROM, JSON_OBJECT, REHEARSAL, TO } from '../../words/en/help/options';
import { refusalWords } from '../../words/en/refusals';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** `plumbline contagion ASSET`: which books fell first, spot, perpetual, mark and index, and how many minutes behind the others were. */
export function contagionCommand(command: Command): void {
  command
    .requiredOption('--from <time>', FROM)
    .requiredOption('--to <time>', TO)
    .option('--as-of <time>', AS_OF)
    .option('--json', JSON_OBJECT)
    .option('--csv', CONTAGION.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (asset: string, { json, csv, rehearsal, ...fields }: Options) => {
      if (json && csv) throw new BadInput(JSON_OR_CSV);
      const read = readContagion({ asset, ...fields });
      if (!read.ok) throw new BadInput(refusalWords(read.error));
      await withDataset(rehearsal, async ({ context }) => {
        const found = valueOf(await contagion(context, read.value), rehearsal);
        await print(json ? `${JSON.stringify(found)}\n` : csv ? csvText(contagionTable(found)) : contagionText(found));
      });
    });
}
