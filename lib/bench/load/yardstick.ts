import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'undici';
import { begin } from './child';

/** The encoding that the readers take, as browsers do. */
export const ACCEPT = 'br';

/** Lays down the bytes of an answer, and comes to its headers. Throws where it is an error. */
export async function laidDown(address: string, file: string): Promise<Readonly<Record<string, string>>> {
  const { statusCode, headers, body } = await request(address, { headers: { 'accept-encoding': ACCEPT } });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200)
    throw new Error(`${address} answered ${String(statusCode)}: ${bytes.toString().slice(0, 200)}`);
  writeFileSync(file, bytes);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['date', 'connection', 'keep-alive', 'content-length'].includes(name)
        ? [[name, value]]
        : [],
    ),
  );
}

/** The first reader's bytes are packed in haste, the next ones' well: asks until they are the latter. */
export async function laidDownAsPackedWell(address: string, file: string): Promise<Readonly<Record<string, string>>> {
  for (let headers = await laidDown(address, file); ; headers = await laidDown(address, file))
    if (headers['etag']?.endsWith('-quick"') !== true) return headers;
}

/** Lends a bare server of Node's own that answers everything with these bytes and headers. */
export async function withBareServer<T>(
  of: { readonly file: string; readonly headers: Readonly<Record<string, string>> },
  work: (server: { readonly origin: string; readonly pid: number }) => Promise<T>,
): Promise<T> {
  const own = begin('./sameBytes.ts', of);
  const { stdout, stdin, pid } = own;
  if (stdout === null || pid === undefined) throw new Error('the bare server did not begin');
  try {
    const [port] = (await once(stdout, 'data')) as [Buffer];
    return await work({ origin: `http://127.0.0.1:${port.toString().trim()}`, pid });
  } finally {
    stdin?.end();
    await once(own, 'close');
  }
}
