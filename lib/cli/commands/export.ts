import { open, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { PICTURE_SIZES, PICTURE_THEMES, USUAL_LOOK, type PictureLook } from '../../domain/pictureLook';
import type { Question } from '../../domain/question';
import type { ViewForm } from '../../permalink/forms';
import { listOf, type ListView } from '../../permalink/lists';
import type { View } from '../../permalink/view';
import { bundleFiles } from '../../server/bundle/bundle';
import { zipOf } from '../../server/bundle/zip';
import type { Context } from '../../server/context';
import { deviations } from '../../server/deviations/deviations';
import { listBundle, listFile } from '../../server/forms/lists/listFile';
import { viewFile } from '../../server/forms/viewFile';
import { publicOrigin } from '../../server/http/origin';
import { signerOrNone } from '../../server/keys/signer';
import { exportPicture } from '../../server/pictures/export';
import type { Authority } from '../../server/stamps/authorities';
import { stampedPicture } from '../../server/stamps/stampedPicture';
import { withStamps } from '../../server/stamps/stampedFiles';
import { writeCsv } from '../answers/csv';
import { BadInput, EXIT, say, valueOf } from '../../processes/exit';
import { resolutionOf } from '../reading/resolution';
import { withDataset } from '../../processes/dataset';
import { writeWhole } from '../../processes/wholeFile';
import { EXPORT_NOTHING, STAMP_NOTHING } from '../../words/en/cli/optionFaults';
import { EXPORT } from '../../words/en/help/files';
import { REHEARSAL } from '../../words/en/help/options';
import { fileWritten } from '../../words/en/output';
import { NO_SEAL_TO_STAMP } from '../../words/en/stamps';
import { namedAuthorities, sayStamps } from '../reading/authorities';
import { oneOf, refuseSameFile } from '../reading/options';
import { viewOf } from '../reading/view';

interface Options {
  readonly png?: string;
  readonly size?: string;
  readonly theme?: string;
  readonly csv?: string;
  readonly json?: string;
  readonly bundle?: string;
  readonly stamp?: true;
  readonly rehearsal?: true;
}

/** `plumbline export PERMALINK-OR-QUERY`: the picture, or the numbers, of a view's address. */
export function exportCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--png <file>', EXPORT.png)
    .option('--size <size>', EXPORT.size)
    .option('--theme <theme>', EXPORT.theme)
    .option('--csv <file>', EXPORT.csv)
    .option('--json <file>', EXPORT.json)
    .option('--bundle <file>', EXPORT.bundle)
    .option('--stamp', EXPORT.stamp)
    .option('--rehearsal', REHEARSAL)
    .action(async (text: string, options: Options) => {
      const files = [options.png, options.csv, options.json, options.bundle];
      if (files.every((file) => file === undefined)) throw new BadInput(EXPORT_NOTHING);
      refuseSameFile(files);
      if (options.stamp && options.bundle === undefined && options.png === undefined) throw new BadInput(STAMP_NOTHING);
      const authorities = options.stamp ? namedAuthorities() : [];
      const look: PictureLook = {
        ...USUAL_LOOK,
        size: oneOf('--size', options.size ?? USUAL_LOOK.size, PICTURE_SIZES),
        theme: oneOf('--theme', options.theme ?? USUAL_LOOK.theme, PICTURE_THEMES),
      };
      const list = listOf(text);
      if (list !== undefined) {
        await withDataset(options.rehearsal, async ({ context }) => {
          if (!(await exportList(list, options, { context, look, authorities }))) ends(EXIT.partial);
        });
        return;
      }
      const view = viewOf(text);
      await withDataset(options.rehearsal, async ({ context }) => {
        const { png, csv, json, bundle, rehearsal } = options;
        if (png !== undefined) {
          const picture = valueOf(await exportPicture(context, view, { look }), rehearsal).png;
          if (options.stamp === undefined) await write(png, picture);
          else if (!(await writeStampedPicture(png, picture, authorities))) ends(EXIT.partial);
        }
        if (bundle !== undefined && options.stamp === undefined)
          await write(bundle, valueOf(await viewFile(context, view, 'zip'), rehearsal).bytes);
        if (bundle !== undefined && options.stamp) {
          if (!(await writeStamped(bundle, { context, view, authorities, rehearsal }))) ends(EXIT.partial);
        }
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

/** The same of a page of many assets; whether every authority stamped what it was asked to. */
async function exportList(
  list: ListView,
  { png, csv, json, bundle, stamp, rehearsal }: Options,
  made: { readonly context: Context; readonly look: PictureLook; readonly authorities: readonly Authority[] },
): Promise<boolean> {
  const { context, look, authorities } = made;
  const file = async (form: ViewForm) => valueOf(await listFile(context, list, form, { look }), rehearsal).bytes;
  let areStamped = true;
  if (png !== undefined) {
    if (stamp === undefined) await write(png, await file('png'));
    else areStamped = await writeStampedPicture(png, await file('png'), authorities);
  }
  if (bundle !== undefined && stamp === undefined) await write(bundle, await file('zip'));
  if (bundle !== undefined && stamp !== undefined) {
    const stampers = authorities.map(({ name }) => name);
    const { files } = valueOf(await listBundle(context, list, { stampers }), rehearsal);
    const stamped = await withStamps(files, authorities);
    await write(bundle, await zipOf(stamped.files));
    areStamped = sayStamps(stamped.stamped) && areStamped;
  }
  if (csv !== undefined) await write(csv, await file('csv'));
  if (json !== undefined) await write(json, await file('json'));
  return areStamped;
}

interface StampedExport {
  readonly context: Context;
  readonly view: View;
  readonly authorities: readonly Authority[];
  readonly rehearsal: boolean | undefined;
}

/** A bundle with time stamps over its manifest; whether every authority stamped it. */
async function writeStamped(file: string, { context, view, authorities, rehearsal }: StampedExport): Promise<boolean> {
  const by = {
    origin: publicOrigin(process.env),
    signer: await signerOrNone(process.env),
    stampers: authorities.map(({ name }) => name),
  };
  const made = valueOf(await bundleFiles(context, view, by), rehearsal);
  const { files, stamped } = await withStamps(made.files, authorities);
  await write(file, await zipOf(files));
  return sayStamps(stamped);
}

/** A picture with time stamps over its seal; whether every authority stamped it. */
async function writeStampedPicture(
  file: string,
  picture: Uint8Array,
  authorities: readonly Authority[],
): Promise<boolean> {
  const made = await stampedPicture(picture, authorities);
  await write(file, made?.png ?? picture);
  if (made === undefined) say(NO_SEAL_TO_STAMP);
  return made !== undefined && sayStamps(made.stamped);
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
