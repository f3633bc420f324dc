import { sign } from 'node:crypto';
import { METHOD_VERSION } from '../../domain/method';
import type { Zone } from '../../domain/zone';
import { indexPdf } from '../../evidence/pdf/indexPdf';
import { packPdf, type Unmade } from '../../evidence/pdf/packPdf';
import { publicKeyPem } from '../../evidence/seal';
import { sha256 } from '../../evidence/sha256';
import type { View } from '../../permalink/view';
import { certificationText, packLead, packTitle } from '../../words/pack';
import { pictureSimulated, pictureTranslation } from '../../words/picture';
import { speech } from '../../words/spoken';
import { bundleFiles, type BundledBy, type BundleFiles } from '../bundle/bundle';
import { ZipWriter, type Files } from '../bundle/zip';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import type { LongOptions } from '../long/analyse';
import { viewAddress } from '../views/address';
import { exhibitOf, fileOf, plain, type Exhibit } from './exhibit';
import { emptyProblem } from './finding';
import { certificationFile, indexCsv, indexHtml, packReadme } from './texts';

/** A pack of exhibits, and which addresses gave none. */
export interface Pack {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly simulated: boolean;
  readonly exhibits: number;
  readonly missing: readonly Unmade[];
}

export interface PackOptions extends Pick<LongOptions, 'signal' | 'onProgress'> {
  /** The clock that times are shown on besides UTC. */
  readonly zone?: Zone;
  /** What stands before its contents, beside what each pack says. */
  readonly note?: string | undefined;
  /** What time authorities say of its manifest, beside which it is written. */
  readonly stamp?: ((manifest: Buffer) => Promise<Files>) | undefined;
}

/**
 * Views as a zip of numbered exhibits, in their order: of each its bundle in a folder of its own, and for all an index, a document of two pages each,
 * a certification to be completed, and a signed list of sums. A view without data gives no exhibit and is named; where none has any, the pack is the
 * first one's problem. The same bytes for the same data, key and language.
 */
export async function packOf(
  context: Context,
  views: readonly View[],
  by: BundledBy,
  { zone = 'utc', note, stamp, signal, onProgress }: PackOptions = {},
): Promise<Outcome<Pack>> {
  const zip = new ZipWriter();
  // The documents come last, and take as long as an exhibit.
  const tell = (exhibitsMade: number): void => onProgress?.(exhibitsMade / (views.length + 1));
  const sums: string[] = [];
  const add = (name: string, content: string | Buffer): void => {
    const bytes = Buffer.from(content as string);
    sums.push(`${sha256(bytes)}  ${name}\n`);
    zip.add(name, bytes);
  };
  const exhibits: (Exhibit & { readonly png: Buffer })[] = [];
  const missing: Unmade[] = [];
  let firstProblem: Outcome<never> | undefined;
  let changed = 0;
  for (const [i, view] of views.entries()) {
    signal?.throwIfAborted();
    tell(i);
    const made = await filesOf(context, view, by, {
      signal,
      onProgress: (share) => {
        tell(i + share);
      },
    });
    if (!made.ok) {
      firstProblem ??= made;
      missing.push({ address: viewAddress(view, by.origin), why: made.message });
      continue;
    }
    const { answers, files } = made.value;
    const exhibit = exhibitOf(exhibits.length + 1, made.value, { ...by, zone });
    exhibits.push({ ...exhibit, png: fileOf(files, 'picture.png') });
    changed = Math.max(changed, answers.lastModified ?? Date.parse(exhibit.to));
    for (const [name, content] of files) add(`${exhibit.folder}/${name}`, content);
  }
  if (exhibits.length === 0 && firstProblem !== undefined) return firstProblem;
  tell(views.length);
  const { origin, signer } = by;
  const { simulated } = context;
  const certification = certificationText({
    exhibits: exhibits.length,
    method: METHOD_VERSION,
    origin,
    digests: exhibits.map(({ digest }) => digest),
  });
  const title = packTitle([...new Set(exhibits.map(({ asset }) => asset))]);
  const facts = { title, note, exhibits, missing, isSimulated: simulated, isSigned: signer !== undefined, origin };
  const { language } = speech();
  const sheets = {
    title: simulated ? `${pictureSimulated.stamp} · ${title}` : title,
    heading: title,
    language,
    at: new Date(changed),
    isSimulated: simulated,
    lead: [
      ...(note === undefined ? [] : [note]),
      packLead.measures,
      packLead.folders,
      packLead.quoted,
      ...(language === 'en' ? [] : [pictureTranslation.note]),
    ],
    missing,
  };
  const printable = certification.map(({ head, lines }) => ({ head, lines: lines.map(plain) }));
  add('README.txt', packReadme(facts));
  add('pack.pdf', await packPdf({ ...sheets, exhibits, certification: printable }));
  const listed = exhibits.map((one) => ({ ...one, href: origin === undefined ? undefined : one.address }));
  add('index.pdf', await indexPdf({ ...sheets, exhibits: listed }));
  add('index.html', indexHtml(facts));
  add('index.csv', indexCsv(facts));
  add('certification.txt', certificationFile(facts, certification));
  const manifest = Buffer.from(sums.join(''));
  zip.add('manifest-sha256.txt', manifest);
  for (const [name, content] of (await stamp?.(manifest)) ?? []) zip.add(name, content);
  if (signer !== undefined) {
    zip.add('manifest-sha256.txt.sig', sign(null, manifest, signer.privateKey));
    zip.add('key.pem', Buffer.from(publicKeyPem(signer.publicKey)));
  }
  return answer({
    bytes: await zip.bytes(),
    fileName: `${simulated ? 'SIMULATED-' : ''}plumbline-exhibits.zip`,
    simulated,
    exhibits: exhibits.length,
    missing,
  });
}

/** The files of a view's bundle; a problem, where there is not one traded minute in it. */
async function filesOf(
  context: Context,
  view: View,
  by: BundledBy,
  options: PackOptions,
): Promise<Outcome<BundleFiles>> {
  const made = await bundleFiles(context, view, by, options);
  return made.ok ? (emptyProblem(made.value.answers) ?? made) : made;
}
