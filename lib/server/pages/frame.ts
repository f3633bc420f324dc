import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { stampedTitle } from '../../words/site';
import { appContext } from '../context';
import { FRAMES, USUAL_LOOK } from '../../domain/pictureLook';
import { addressIn } from '../../api/client/address';
import { oembed } from '../../api/client/operations';
import { EMBED_THEMES, EMBEDDED_HEADER, type EmbedTheme } from '../../permalink/embed';
import { formsOf, VIEW_FORMS, MEDIA_TYPES, pathInForm, type ViewForm } from '../../permalink/forms';
import { readPageFields } from '../../permalink/pageFields';
import { lookFields } from '../../permalink/pictureLook';
import { writePath, writeQuery, type Search } from '../../permalink/query';
import { viewPath, type View } from '../../permalink/view';
import { originOf, publicOrigin } from '../http/origin';
import { viewAddress } from '../views/address';

/** Whether every candle here is simulated. When the database does not answer the page has no numbers to stamp: false. */
export const isSimulated = cache(async (): Promise<boolean> => {
  await connection();
  try {
    return (await appContext()).simulated;
  } catch {
    return false;
  }
});

/** Marks a text that is read away from its page: a title in a tab, a link's preview. */
export const stamped = async (text: string): Promise<string> => ((await isSimulated()) ? stampedTitle(text) : text);

/** By what a page inside somebody else's is light or dark; undefined: this is none. */
export async function embeddedTheme(): Promise<EmbedTheme | undefined> {
  const told = (await headers()).get(EMBEDDED_HEADER);
  return EMBED_THEMES.find((one) => one === told);
}

/** Where absolute links in previews begin. */
export const pageOrigin = async (): Promise<URL> => originOf(process.env, (await headers()).get('host'));

type Alternates = Pick<Metadata, 'alternates'>;

/** Alternates of a page: its address in these forms, by their types. */
export const typesOf = (path: string, forms: readonly ViewForm[]): Readonly<Record<string, string>> =>
  Object.fromEntries(forms.map((form) => [MEDIA_TYPES[form], pathInForm(path, form)]));

/**
 * In the head of a view's page: the same in its other forms, and where whoever embeds it asks how; the latter nowhere where the app has no public
 * address.
 */
export function viewAlternates(view: View): Alternates {
  const forms = typesOf(viewPath(view), formsOf(view));
  const origin = publicOrigin(process.env);
  if (origin === undefined) return { alternates: { types: { ...forms } } };
  const query = writeQuery([['url', viewAddress(view, origin)]]);
  return { alternates: { types: { ...forms, 'application/json+oembed': `${origin}${addressIn(oembed, {}, query)}` } } };
}

/**
 * The head of a page of many assets: its title, the same in its other forms, and its picture beside a link. `names`: the fields that its address takes;
 * others are ignored. `isPictured`: its address says enough for a picture.
 */
export async function listMetadata(
  title: string,
  { path, search, names }: { readonly path: string; readonly search: Search; readonly names: readonly string[] },
  isPictured: (fields: Readonly<Record<string, string | undefined>>) => boolean = () => true,
): Promise<Metadata> {
  const { fields } = readPageFields(search, names);
  const written = Object.entries(fields);
  const alternates = { types: { ...typesOf(writePath(path, written), VIEW_FORMS) } };
  if (!isPictured(fields)) return { title, alternates };
  const card = writePath(path, [...written, ...lookFields({ ...USUAL_LOOK, size: 'card', density: 1 })]);
  const image = { url: pathInForm(card, 'png'), ...FRAMES.card, type: 'image/png' };
  return {
    title,
    alternates,
    openGraph: { title: await stamped(title), images: [image] },
    twitter: { card: 'summary_large_image' },
  };
}
