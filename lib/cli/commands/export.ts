import { open, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Question } from '../../domain/question';
import type { Context } from '../../server/context';
import { deviations } from '../../server/deviations/deviations';
import { exportPicture } from '../../server/pictures/export';
import { writeCsv } from '../answers/csv';
import { BadInput, say, valueOf } from '../../processes/exit';
import { resolutionOf } from '../reading/resolution';
import { withDataset } from '../../processes/dataset';
import { writeWhole } from '../../processes/wholeFile';
import { EXPORT_NOTHING } from '../../words/en/cli/optionFaults';
import { EXPORT } from '../../words/en/help/files';
import { REHEARSAL } from '../../words/en/help/options';
import { fileWritten } from '../../words/en/output';
import { refuseSameFile } from '../reading/options';
import { viewOf } from '../reading/view';

interface Options {
  readonly png?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly rehearsal?: true;
}

/** `plumbline export PERMALINK-OR-QUERY`: the picture, or the numbers, of a view's address. */
export function exportCommand(command: Command): void {
  command
    .option('--png <file>', EXPORT.png)
    .option('--csv <file>', EXPORT.csv)
    .option('--json <file>', EXPORT.json)
    .option('--rehearsal', REHEARSAL)
    .action(async (text: string, options: Options) => {
      if (options.png === undefined && options.csv === undefined && options.json === undefined)
        throw new BadInput(EXPORT_NOTHING);
      refuseSameFile([options.png, options.csv, options.json]);
      const view = viewOf(text);
      await withDataset(options.rehearsal, async ({ context }) => {
        const { png, csv, json, rehearsal } = options;
        if (png !== undefined) await write(png, valueOf(await exportPicture(context, view), rehearsal).png);
        if (csv !== undefined) {
          await writeWhole(csv, (path) => writeCsvFile(path, context, view.question, rehearsal));
          say(fileWritten(csv));
        }
        if (json === undefined) return;
        const found = valueOf(
          await deviations(context, view.question, { resolution: resolutionOf(undefined, view.question) }),
          rehearsal,
        );
        await write(json, `${JSON.stringify(found)}\n`);
      });
    });
}

async function write(file: string, content: Uint8Array | string): Promise<void> {
  await writeWhole(file, (path) => writeFile(path, content));
  say(fileWritten(file));
}

/** Row by row: a year of minutes is larger than the memory. */
async function writeCsvFile(
  path: string,
  context: Context,
  question: Question,
  rehearsal: boolean | undefined,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    await writeCsv(context, question, rehearsal, async (text) => {
      await file.appendFile(text);
    });
  } finally {
    await file.close();
  }
}
