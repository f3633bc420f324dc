import { sign } from 'node:crypto';
import { METHOD_VERSION } from '../../domain/method';
import type { Zone } from '../../domain/zone';
import type { Unmade } from '../../evidence/pdf/packPdf';
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

export interface PackStamps {
  readonly stampers: readonly string[];
  readonly over: (manifest: Buffer) => Promise<Files>;
}

export interface PackOptions extends Pick<LongOptions, 'signal' | 'onProgress'> {
  /** The clock that times are shown on besides UTC. */
  readonly zone?: Zone;
  /** What stands before its contents, beside what each pack says. */
  readonly note?: string | undefined;
  /** Who is asked for time stamps, by the names of their files, and what they say of its manifest, beside which it is written. */
  readonly stamp?: PackStamps | undefined;
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
  options: PackOptions = {},
): Promise<Outcome<Pack>> {
  const zip = new SummedZip();
  const gathered = await gather(context, views, by, options, zip);
  if (!gathered.ok) return gathered;
  await addDocuments(gathered.value, { ...options, by, isSimulated: context.simulated }, zip);
  return answer({
    bytes: await zip.signed(by, options.stamp),
    fileName: `${context.simulated ? 'SIMULATED-' : ''}plumbline-exhibits.zip`,
    simulated: context.simulated,
    exhibits: gathered.value.exhibits.length,
    missing: gathered.value.missing,
  });
}

/** A zip whose every file stands in a list of sums. */
class SummedZip {
  readonly #zip = new ZipWriter();
  readonly #sums: string[] = [];

  add(name: string, content: string | Buffer): void {
    const bytes = Buffer.from(content as string);
    this.#sums.push(`${sha256(bytes)}  ${name}\n`);
    this.#zip.add(name, bytes);
  }

  /** The bytes, with the list, its stamps and its signature. */
  async signed({ signer }: BundledBy, stamp: PackOptions['stamp']): Promise<Uint8Array<ArrayBuffer>> {
    const manifest = Buffer.from(this.#sums.join(''));
    this.#zip.add('manifest-sha256.txt', manifest);
    for (const [name, content] of (await stamp?.over(manifest)) ?? []) this.#zip.add(name, content);
    if (signer !== undefined) {
      this.#zip.add('manifest-sha256.txt.sig', sign(null, manifest, signer.privateKey));
      this.#zip.add('key.pem', Buffer.from(publicKeyPem(signer.publicKey)));
    }
    return this.#zip.bytes();
  }
}

/** The exhibits that were made, and which addresses gave none. */
interface Gathered {
  readonly exhibits: readonly (Exhibit & { readonly png: Buffer })[];
  readonly missing: readonly Unmade[];
  /** When the data of any of them last changed, ms since 1970. */
  readonly changedMs: number;
}

/** Makes the bundle of each view and adds its files; where no view has data, the first one's problem. */
async function gather(
  context: Context,
  views: readonly View[],
  by: BundledBy,
  { zone = 'utc', signal, onProgress }: PackOptions,
  zip: SummedZip,
): Promise<Outcome<Gathered>> {
  // The documents come last, and take as long as an exhibit.
  const tell = (exhibitsMade: number): void => onProgress?.(exhibitsMade / (views.length + 1));
  const exhibits: (Exhibit & { readonly png: Buffer })[] = [];
  const missing: Unmade[] = [];
  let firstProblem: Outcome<never> | undefined;
  let changedMs = 0;
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
    changedMs = Math.max(changedMs, answers.lastModified ?? Date.parse(exhibit.to));
    for (const [name, content] of files) zip.add(`${exhibit.folder}/${name}`, content);
  }
  if (exhibits.length === 0 && firstProblem !== undefined) return firstProblem;
  tell(views.length);
  return answer({ exhibits, missing, changedMs });
}

/** What stands beside the folders of the exhibits: README, document, lists, and the form to be completed. */
async function addDocuments(
  { exhibits, missing, changedMs }: Gathered,
  {
    by: { origin, signer },
    note,
    stamp,
    isSimulated,
  }: PackOptions & { readonly by: BundledBy; readonly isSimulated: boolean },
  zip: SummedZip,
): Promise<void> {
  const certification = certificationText({
    exhibits: exhibits.length,
    method: METHOD_VERSION,
    origin,
    digests: exhibits.map(({ digest }) => digest),
  });
  const title = packTitle([...new Set(exhibits.map(({ asset }) => asset))]);
  const facts = {
    title,
    note,
    exhibits,
    missing,
    isSimulated,
    isSigned: signer !== undefined,
    stampers: stamp?.stampers ?? [],
    origin,
  };
  const { language } = speech();
  const sheets = {
    title: isSimulated ? `${pictureSimulated.stamp} · ${title}` : title,
    heading: title,
    language,
    at: new Date(changedMs),
    isSimulated,
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
  zip.add('README.txt', packReadme(facts));
  const [{ packPdf }, { indexPdf }] = await Promise.all([
    import('../../evidence/pdf/packPdf'),
    import('../../evidence/pdf/indexPdf'),
  ]);
  zip.add('pack.pdf', await packPdf({ ...sheets, exhibits, certification: printable }));
  const listed = exhibits.map((one) => ({ ...one, href: origin === undefined ? undefined : one.address }));
  zip.add('index.pdf', await indexPdf({ ...sheets, exhibits: listed }));
  zip.add('index.html', indexHtml(facts));
  zip.add('index.csv', indexCsv(facts));
  zip.add('certification.txt', certificationFile(facts, certification));
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
