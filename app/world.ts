import { headers } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { appContext } from '@/lib/server/context';

/** Whether every candle here is simulated. When the database does not answer the page has no numbers to stamp: false. */
export const simulatedWorld = cache(async (): Promise<boolean> => {
  await connection();
  try {
    return (await appContext()).simulated;
  } catch {
    return false;
  }
});

/** Marks a text that is read away from its page: a title in a tab, a link's preview. */
export const stamped = async (text: string): Promise<string> =>
  (await simulatedWorld()) ? `SIMULATED · ${text}` : text;

/** The address this app is read at, for absolute links in previews. */
export async function origin(): Promise<URL> {
  const said = await headers();
  const host = said.get('x-forwarded-host') ?? said.get('host') ?? 'localhost';
  const scheme = said.get('x-forwarded-proto') ?? 'http';
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`) : new URL('http://localhost');
}
