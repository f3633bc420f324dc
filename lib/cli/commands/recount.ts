import type { Command } from 'commander';
import { pairOf } from '../../domain/market';
import { withDataset } from '../../processes/dataset';
import { print } from '../../processes/standardOutput';
import { recount } from '../../store/books/recount';
import { recountText } from '../../words/en/cli/recount';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';

/** `plumbline recount`: counts anew what is stored of every book, puts right what differs, and says what did. */
export function recountCommand(command: Command): void {
  command
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .action(async (options: { json?: true; rehearsal?: true }) => {
      await withDataset(options.rehearsal, async ({ context }) => {
        const { books, differing } = await recount(context.database);
        const corrected = differing.map(({ market, source, days, book }) => ({
          venue: market.venue,
          market: pairOf(market),
          kind: market.kind,
          source,
          days,
          book,
        }));
        await print(
          options.json
            ? `${JSON.stringify({ simulated: context.simulated, books, corrected }, undefined, 2)}\n`
            : recountText(books, corrected),
        );
      });
    });
}
