import type { Command } from 'commander';
import type { Database } from '../../store/connection/database';
import { withDataset } from '../../processes/dataset';
import { BadInput } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { CITUS_MAJOR, distribute, distribution, readiness } from '../../store/spread/distribute';
import {
  ALREADY_SPREAD,
  DISTRIBUTE_OPTIONS,
  distributionScript,
  NO_NODES,
  noCitus,
  oldCitus,
  othersRunning,
  shardsUnreadable,
  spreadOtherwise,
  tablesSpread,
  tooFewShards,
} from '../../words/en/cli/distribute';
import { REHEARSAL } from '../../words/en/help/options';

interface Options {
  readonly print?: true;
  readonly shards: string;
  readonly rehearsal?: true;
}

/** Two for each of two nodes: every part is a table of its own, and each statement of many markets asks all of them. */
const SHARDS = 4;
/** Citus takes no more. */
const MOST_SHARDS = 64_000;

/** `plumbline distribute`: spreads the tables that grow over the nodes of a Citus cluster, or prints the SQL that does. */
export function distributeCommand(command: Command): void {
  command
    .option('--print', DISTRIBUTE_OPTIONS.print)
    .option('--shards <number>', DISTRIBUTE_OPTIONS.shards(SHARDS), String(SHARDS))
    .option('--rehearsal', REHEARSAL)
    .action(async (options: Options) => {
      const shards = shardsOf(options.shards);
      if (options.print === true) await print(distributionScript(distribution(shards), CITUS_MAJOR));
      else
        await withDataset(options.rehearsal, async ({ context }) => {
          await print(await distributed(context.database, shards));
        });
    });
}

function shardsOf(given: string): number {
  const shards = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (shards < 1 || shards > MOST_SHARDS) throw new BadInput(shardsUnreadable(given, MOST_SHARDS));
  return shards;
}

/** What was done; throws one line where it cannot be. */
async function distributed(database: Database, shards: number): Promise<string> {
  const found = await readiness(database, shards);
  switch (found.kind) {
    case 'no-extension':
      throw new Error(noCitus(database.place, CITUS_MAJOR));
    case 'old-extension':
      throw new Error(oldCitus(found.version, CITUS_MAJOR));
    case 'no-nodes':
      throw new Error(NO_NODES);
    case 'too-few-shards':
      throw new BadInput(tooFewShards(shards, found.nodes));
    case 'others':
      throw new Error(othersRunning(found.connections));
    case 'otherwise':
      throw new Error(spreadOtherwise(found.table));
    case 'done':
      return ALREADY_SPREAD;
    case 'ready':
      await distribute(database, shards, found.missing);
      return tablesSpread(found.missing, shards, found.nodes);
  }
}
