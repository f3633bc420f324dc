import { open, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseAsset } from '../../domain/market';
import type { Question } from '../../domain/question';
import { readView, type View } from '../../permalink/view';
import type { Context } from '../../server/context';
import { deviations } from '../../server/deviations/deviations';
import { exportPicture } from '../../server/pictures/export';
import { EVENT_WINDOW } from '../../server/held/window';
import { writeCsv } from '../answers/csv';
import { BadInput, say, valueOf } from '../../processes/exit';
import { resolutionOf } from '../reading/resolution';
import { withDataset } from '../../processes/dataset';
import { writeWhole } from '../../processes/wholeFile';
import { fileWritten } from '../../words/en/output';

interface Options {
  readonly png?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly rehearsal?: true;
}

/** `plumbline export PERMALINK-OR-QUERY`: the picture, or the numbers, of a view's address. */
export function exportCommand(program: Command): void {
  program
    .command('export <view>')
    .description("write a view's picture or numbers to a file; VIEW is its address, or its query with asset=…")
    .option('--png <file>', 'as a picture')
    .option('--csv <file>', 'as one row per venue and minute')
    .option('--json <file>', 'as analyze --json')
    .option('--rehearsal', 'of the simulated candles')
    .action(async (text: string, options: Options) => {
      if (options.png === undefined && options.csv === undefined && options.json === undefined)
        throw new BadInput('name what to write: --png FILE, --csv FILE or --json FILE');
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

/**
 * The view that `/ATOM?…`, `/ATOM/2025-10-10T21:20Z?…`, a whole http address, or `asset=ATOM&…` names. Stricter than the page:
 * what a page would ignore with a notice is refused here, and the window must be written out.
 */
export function viewOf(text: string): View {
  const isQuery = !text.includes('/');
  const url = URL.canParse(text, 'http://localhost')
    ? new URL(isQuery ? `?${text.replace(/^\?/, '')}` : text, 'http://localhost')
    : undefined;
  if (url === undefined) throw notAnAddress(text);
  const params = new URLSearchParams(url.search);
  const twice = [...params.keys()].find((name, i, names) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new BadInput(`"${twice.slice(0, 40)}" is given twice; give it once`);
  const [inPath, minute, ...rest] = isQuery ? [undefined] : segmentsOf(url, text);
  const named = inPath ?? params.get('asset') ?? '';
  params.delete('asset');
  const asset = parseAsset(named);
  if (!asset.ok || rest.length > 0)
    throw new BadInput(
      `"${text.slice(0, 60)}" names no asset; give an address like /ATOM?v=1&from=…&to=… or a query like asset=ATOM&from=…&to=…`,
    );
  if (minute === undefined && !(params.has('from') && params.has('to')))
    throw new BadInput('the address names no window; add from=…&to=… as UTC minutes like 2025-10-10T20:00Z');
  const read = readView(asset.value, minute, params, { range: EVENT_WINDOW });
  if (read.ignored.length > 0) throw new BadInput(read.ignored.join(' '));
  return read.view;
}

function segmentsOf({ pathname }: URL, text: string): readonly string[] {
  try {
    return pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
  } catch {
    throw notAnAddress(text);
  }
}

const notAnAddress = (text: string): BadInput =>
  new BadInput(`"${text.slice(0, 60)}" is not an address; give one like /ATOM?v=1&from=…&to=…`);

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
