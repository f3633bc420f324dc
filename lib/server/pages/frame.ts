import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { stampedTitle } from '../../words/site';
import { appContext } from '../context';
import { apiRoutes } from '../../api/routes';
import { EMBED_THEMES, EMBEDDED_HEADER, type EmbedTheme } from '../../permalink/embed';
import { listFormsOf, type ListView } from '../../permalink/lists';
import { formsOf, MEDIA_TYPES, pathInForm, type ViewForm } from '../../permalink/forms';
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

const typesOf = (path: string, forms: readonly ViewForm[]): Readonly<Record<string, string>> =>
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
  return { alternates: { types: { ...forms, 'application/json+oembed': `${origin}${apiRoutes.oembed(query)}` } } };
}

/** In the head of a page of many assets: the same in its other forms. */
export const listAlternates = (kind: ListView['kind'], path: string, search: Search): Alternates => ({
  alternates: { types: { ...typesOf(writePath(path, [...search]), listFormsOf(kind)) } },
});
