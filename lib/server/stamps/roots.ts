import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates in a file of them, as PEM, one by one; none where a block of it is no certificate. */
export function certificatesIn(text: string): readonly string[] {
  try {
    return (text.match(CERTIFICATE) ?? []).map((block) => new X509Certificate(block).toString());
  } catch {
    return [];
  }
}

/** The certificates that this instance trusts to vouch for time authorities: those in the file that PLUMBLINE_TIME_ROOTS names; undefined: it holds none, or cannot be read. */
export async function timeRootsIn(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[] | undefined> {
  const file = env['PLUMBLINE_TIME_ROOTS'];
  if (file === undefined || file === '') return [];
  try {
    const found = certificatesIn(await readFile(file, 'utf8'));
    return found.length === 0 ? undefined : found;
  } catch {
    return undefined;
  }
}
