import { formatInstant, type Instant } from '../../../domain/instant';
import { FRAMES, USUAL_LOOK, type PictureLook } from '../../../domain/pictureLook';
import { listSvg, renderList } from '../../../evidence/listPicture';
import type { Signer } from '../../../evidence/seal';
import type { ViewForm } from '../../../permalink/forms';
import { inPageLanguage } from '../../../permalink/language';
import { listAsOf, listPath, type ListView } from '../../../permalink/lists';
import { bytesOf, type Bytes } from '../../../sealed/bytes';
import { lastModified } from '../../../store/answered/lastModified';
import { refusalWords } from '../../../words/refusals';
import { DATA_CHANGING } from '../../../words/en/serverProblems';
import { erratumNote } from '../../../words/errata';
import { errataOfList, standing } from '../../errata/errata';
import { listBundleFiles, listRestsOf, type ListRests } from '../../bundle/listBundle';
import { zipOf, type Files } from '../../bundle/zip';
import { compared } from '../../compare/compare';
import type { Context } from '../../context';
import { eventOnce } from '../../events/event';
import { events } from '../../events/events';
import { publicOrigin } from '../../http/origin';
import { answer, problem, type Outcome } from '../../http/outcome';
import { signerOrNone } from '../../keys/signer';
import { lows } from '../../lows/lows';
import { listPictureOf, type ListMade, type PicturedList } from '../../pictures/listPicture';
import { scan } from '../../scan/scan';
import { venueOf, venues } from '../../venues/venues';
import { encoded } from '../encoded';
import { fileTypeOf, type ViewFile } from '../file';
import { listFileName } from '../fileName';
import { compareShown } from './compare';
import { eventShown, eventsShown, scanShown } from './events';
import { listDigest } from './digestText';
import { listMarkdown } from './listMarkdown';
import { lowsShown } from './lows';
import { ofOneState } from './oneState';
import type { ShownList, Stated, StatedList } from './shown';
import { venueShown, venuesShown } from './venues';

/** How an answer is made, while somebody waits for it. */
export interface ListOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Of a picture. */
  readonly look?: PictureLook | undefined;
}

/**
 * A list in a form. What it says is of one state of the data: where something that it rests on was written meanwhile, it is made anew. Its address
 * begins with PLUMBLINE_ORIGIN.
 */
export async function listFile(
  context: Context,
  list: ListView,
  form: ViewForm,
  options: ListOptions = {},
): Promise<Outcome<ViewFile>> {
  const { simulated } = context;
  const origin = publicOrigin(process.env);
  const address = `${origin ?? ''}${inPageLanguage(listPath(list))}`;
  const named = (bytes: Bytes, modified: Instant | undefined): ViewFile => ({
    bytes,
    type: fileTypeOf(form),
    fileName: listFileName(list, form, simulated),
    isShown: form !== 'csv' && form !== 'parquet' && form !== 'zip',
    simulated,
    address,
    lastModified: modified,
  });
  if (form === 'zip') {
    const bundle = await listBundle(context, list, options);
    return bundle.ok ? answer(named(await zipOf(bundle.value.files), bundle.value.lastModified)) : bundle;
  }
  const found = await datedList(context, list, () => shown(context, list, options));
  if (!found.ok) return found;
  const { of, lastModified: modified } = found.value;
  const made = { origin, signer: await signerOrNone(process.env), look: options.look ?? USUAL_LOOK };
  const bytes =
    form === 'png' || form === 'svg'
      ? pictureBytes(list, of, { ...made, lastModified: modified }, form)
      : fileBytes(list, of, { address, lastModified: modified }, form);
  return bytes === undefined ? problem('bad-request', refusalWords(NO_SHEET)) : answer(named(bytes, modified));
}

/** A list of one state of the data, and when what it rests on was last written to. */
const datedList = (
  context: Context,
  list: ListView,
  work: () => Promise<Outcome<StatedList>>,
): Promise<Outcome<{ readonly of: StatedList; readonly lastModified: Instant | undefined }>> =>
  ofOneState(
    context,
    list,
    async (books) => {
      const found = await work();
      if (!found.ok) return found;
      return answer({
        of: found.value,
        lastModified: await lastModified(context.database, books, listAsOf(list)),
      });
    },
    ({ of }) => of.reach,
  );

/** The files of a list's bundle, of one state of the data. `stampers`: the names of the time authorities that will be asked to stamp it. */
export async function listBundle(
  context: Context,
  list: ListView,
  { stampers, ...options }: ListOptions & { readonly stampers?: readonly string[] | undefined } = {},
): Promise<Outcome<{ readonly files: Files; readonly lastModified: Instant | undefined }>> {
  const origin = publicOrigin(process.env);
  const signer = await signerOrNone(process.env);
  let rests: ListRests | undefined;
  const found = await datedList(context, list, async () => {
    const one = await shown(context, list, options);
    if (one.ok) rests = await listRestsOf(context, list, one.value, origin);
    return one;
  });
  if (!found.ok || rests === undefined) return found.ok ? problem('unavailable', DATA_CHANGING) : found;
  const { of, lastModified: modified } = found.value;
  const stated = { address: `${origin ?? ''}${inPageLanguage(listPath(list))}`, lastModified: modified };
  const picture = pictureBytes(list, of, { origin, signer, look: USUAL_LOOK, lastModified: modified }, 'png');
  if (picture === undefined) throw new TypeError('the usual frame is one of a list’s');
  const forms = {
    png: picture,
    md: fileBytes(list, of, stated, 'md'),
    csv: fileBytes(list, of, stated, 'csv'),
    json: fileBytes(list, of, stated, 'json'),
  };
  return answer({
    files: listBundleFiles({ list, shown: of, rests, forms, origin, signer, stampers }),
    lastModified: modified,
  });
}

/** A list has no sheet: nothing on it is as tall as need be. */
const NO_SHEET = { kind: 'not-one-of', name: 'size', text: 'sheet', known: Object.keys(FRAMES) } as const;

function pictureBytes(
  list: ListView,
  of: StatedList,
  made: ListMade & { readonly signer: Signer | undefined },
  form: 'png' | 'svg',
): Bytes | undefined {
  const picture = listPictureOf(list, picturedOf(of), made);
  if (picture === undefined) return undefined;
  return form === 'png'
    ? new Uint8Array(renderList(picture, made.signer))
    : bytesOf(listSvg({ ...picture, look: { ...picture.look, density: 1 } }));
}

/** What of a list its picture shows; that an erratum stands at its address among the notes. */
export const picturedOf = ({
  answer: figures,
  text,
  drawing,
  errata,
  digest,
  digestText,
}: StatedList): PicturedList => ({
  simulated: figures.simulated,
  digest,
  digestText,
  notes: [...text().notes, ...new Set(standing(errata).map((one) => erratumNote(one.kind, one.recorded, one.venue)))],
  drawing: drawing(),
});

function fileBytes(
  list: ListView,
  shownList: StatedList,
  stated: Stated,
  form: Exclude<ViewForm, 'png' | 'svg' | 'zip'>,
): Bytes {
  const { address } = stated;
  const modified = stated.lastModified === undefined ? null : formatInstant(stated.lastModified);
  const { method, simulated } = shownList.answer;
  const { digest, errata } = shownList;
  return encoded(form, {
    table: () => shownList.table(),
    facts: () => ({
      'plumbline:permalink': address,
      'plumbline:digest': digest,
      'plumbline:method': String(method),
      'plumbline:simulated': String(simulated),
      ...(modified === null ? {} : { 'plumbline:last-modified': modified }),
    }),
    json: () => ({ address, lastModified: modified, digest, errata, ...shownList.answer }),
    markdown: () => listMarkdown(list, shownList, stated),
  });
}

/** What a list shows, and what was said of it later. */
export async function shown(context: Context, list: ListView, options: ListOptions): Promise<Outcome<StatedList>> {
  const found = await figuresOf(context, list, options);
  if (!found.ok) return found;
  const errata = await errataOfList(context.database, list);
  return answer({ ...found.value, ...listDigest(list, found.value), errata });
}

async function figuresOf(context: Context, list: ListView, options: ListOptions): Promise<Outcome<ShownList>> {
  switch (list.kind) {
    case 'events':
      return mapped(await events(context), eventsShown);
    case 'event':
      return mapped(await eventOnce(context, list.view, (asked) => scan(context, asked, options)), eventShown);
    case 'lows':
      return mapped(await lows(context, list.asked, options), lowsShown);
    case 'scan':
      return mapped(await scan(context, list.asked, options), scanShown);
    case 'compare':
      return mapped(await compared(context, list.asked), (found) => compareShown(list.asked, found));
    case 'venues':
      return mapped(await venues(context, list.range), venuesShown);
    case 'venue':
      return mapped(await venueOf(context, list.venue, list.range), ({ scores, own }) =>
        venueShown(list.venue, scores, own),
      );
  }
}

const mapped = <T, U>(outcome: Outcome<T>, of: (value: T) => U): Outcome<U> =>
  outcome.ok ? answer(of(outcome.value)) : outcome;
