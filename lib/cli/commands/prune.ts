import type { Command } from 'commander';
import { withDataset } from '../../processes/dataset';
import { print } from '../../processes/standardOutput';
import { prune, PRUNE_KEEPS } from '../../server/replies/prune';
import { PRUNE_OPTIONS, PRUNE_READ_ONLY, pruneText } from '../../words/en/cli/prune';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { oneOf } from '../reading/options';

interface Options {
  readonly keep: string;
  readonly dryRun?: true;
  readonly json?: true;
  readonly rehearsal?: true;
}

const [USUAL] = PRUNE_KEEPS;

/** `plumbline prune`: removes the text of raw replies that nothing needs; candles and digests stay as they are. */
export function pruneCommand(command: Command): void {
  command
    .option('--keep <which>', PRUNE_OPTIONS.keep(PRUNE_KEEPS, USUAL), USUAL)
    .option('--dry-run', PRUNE_OPTIONS.dryRun)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .action(async (options: Options) => {
      const keeps = oneOf('--keep', options.keep, PRUNE_KEEPS);
      const dryRun = options.dryRun === true;
      await withDataset(options.rehearsal, async ({ context }) => {
        const pruned = await prune(context, keeps, dryRun);
        if (pruned === undefined) throw new Error(PRUNE_READ_ONLY);
        const report = { simulated: context.simulated, dryRun, ...pruned };
        await print(options.json ? `${JSON.stringify(report, undefined, 2)}\n` : pruneText(report));
      });
    });
}
