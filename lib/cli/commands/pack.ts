import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import { isZone, type Zone } from '../../domain/zone';
import { PACK_ZONES } from '../../permalink/pack';
import { isTooLongFor, mostDaysOf } from '../../permalink/forms';
import type { View } from '../../permalink/view';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, say, valueOf } from '../../processes/exit';
import { writeWhole } from '../../processes/wholeFile';
import { publicOrigin } from '../../server/http/origin';
import { signerOrNone } from '../../server/keys/signer';
import { speakingAs } from '../../server/language/speaking';
import { loadTranslations } from '../../server/language/translations';
import type { Files } from '../../server/bundle/zip';
import { packOf } from '../../server/pack/pack';
import type { Stamped } from '../../server/stamps/authorities';
import { stampsOver } from '../../server/stamps/stampedFiles';
import { notAllowed } from '../../words/en/cli/optionFaults';
import { noExhibit, PACK_OUT_NEEDED, packWritten } from '../../words/en/cli/pack';
import { REHEARSAL } from '../../words/en/help/options';
import { PACK } from '../../words/en/help/pack';
import { everyMinuteOfForm } from '../../words/en/limits';
import { LANGUAGES } from '../../words/languages';
import { namedAuthorities, sayStamps } from '../reading/authorities';
import { oneOf } from '../reading/options';
import { viewOf } from '../reading/view';

interface Options {
  readonly out?: string;
  readonly lang?: string;
  readonly zone?: string;
  readonly stamp?: true;
  readonly rehearsal?: true;
}

/** `plumbline pack PERMALINK… --out F.zip`: numbered exhibits; exit 3 where an address has no data, and the rest is made. */
export function packCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--out <file>', PACK.out)
    .option('--lang <language>', PACK.lang(LANGUAGES))
    .option('--zone <zone>', PACK.zone(PACK_ZONES))
    .option('--stamp', PACK.stamp)
    .option('--rehearsal', REHEARSAL)
    .addHelpText('after', `\n${PACK.more}`)
    .action(async (addresses: readonly string[], { out, lang = 'en', zone = 'utc', stamp, rehearsal }: Options) => {
      if (out === undefined) throw new BadInput(PACK_OUT_NEEDED);
      const [language, clock] = [oneOf('--lang', lang, LANGUAGES), zoneOf(zone)];
      const authorities = stamp ? namedAuthorities() : [];
      let stamped: readonly Stamped[] = [];
      const stampNow = async (manifest: Buffer): Promise<Files> => {
        const stamps = await stampsOver(manifest, authorities);
        ({ stamped } = stamps);
        return stamps.beside;
      };
      const views = addresses.map((address) => bundled(viewOf(address)));
      loadTranslations();
      const by = { origin: publicOrigin(process.env), signer: await signerOrNone(process.env, say) };
      const pack = valueOf(
        await withDataset(rehearsal, ({ context }) =>
          speakingAs({ language, isChosen: language !== 'en' }, () =>
            packOf(context, views, by, {
              zone: clock,
              stamp: stamp && { stampers: authorities.map(({ name }) => name), over: stampNow },
            }),
          ),
        ),
        rehearsal,
      );
      await writeWhole(out, (path) => writeFile(path, pack.bytes));
      say(packWritten(out, pack.exhibits));
      for (const { address, why } of pack.missing) say(noExhibit(address, why));
      const isStamped = sayStamps(stamped);
      if (pack.missing.length > 0 || !isStamped) ends(EXIT.partial);
    });
}

/** A view of which there can be a bundle. */
function bundled(view: View): View {
  if (!isTooLongFor(view, 'zip')) return view;
  const days = Math.ceil(minutesIn(view.question.range) / MINUTES_PER_DAY);
  throw new BadInput(everyMinuteOfForm(days, mostDaysOf('zip'), 'zip'));
}

function zoneOf(text: string): Zone {
  if (!isZone(text) || !PACK_ZONES.includes(text)) throw new BadInput(notAllowed('--zone', text, PACK_ZONES));
  return text;
}
