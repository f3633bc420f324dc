import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { stampedTitle } from '../../words/site';
import { appContext } from '../context';
import { apiRoutes } from '../../api/routes';
import { writeQuery } from '../../permalink/query';
import type { View } from '../../permalink/view';
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

/** Where absolute links in previews begin. */
export const pageOrigin = async (): Promise<URL> => originOf(process.env, (await headers()).get('host'));

/** In the head of a view's page: where whoever embeds it asks how. Nowhere, where the app has no public address. */
export function embeddedBy(view: View): Pick<Metadata, 'alternates'> {
  const origin = publicOrigin(process.env);
  if (origin === undefined) return {};
  const query = writeQuery([['url', viewAddress(view, origin)]]);
  return { alternates: { types: { 'application/json+oembed': `${origin}${apiRoutes.oembed(query)}` } } };
}
