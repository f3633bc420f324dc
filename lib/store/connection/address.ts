import type { DatabasePlace } from '../../words/en/database';

const PROTOCOLS = ['postgres:', 'postgresql:'];

/**
 * The address of a database as libpq reads it: with a host, or with the folder of a socket (`postgresql:///db?host=/run`,
 * `postgresql://user@/db?host=/run`). undefined: no address, or one cut short by an unescaped # or / in its password.
 */
export function parseAddress(text: string): URL | undefined {
  const whole = URL.canParse(text) ? text : text.replace('@/', '@localhost/');
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url === undefined || !PROTOCOLS.includes(url.protocol) || url.hash !== '' || !isDecodable(url)
    ? undefined
    : url;
}

function isDecodable(url: URL): boolean {
  try {
    decodeURIComponent(`${url.username} ${url.password} ${url.pathname}`);
    return true;
  } catch {
    return false;
  }
}

/** The name of the database an address leads to; Postgres takes the user's name where the address gives none. */
export const databaseNameOf = (url: URL): string =>
  decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);

/** The same server's database of another name. */
export function addressOf(server: URL, database: string): URL {
  const url = new URL(server);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url;
}

/** Name and host of an address, for messages. */
export function placeOf(address: string): DatabasePlace {
  const url = parseAddress(address);
  if (url === undefined) return { name: '', host: '' };
  return { name: databaseNameOf(url), host: url.searchParams.get('host') ?? (url.host || 'localhost') };
}

/** Modes that node-postgres would take for `verify-full`; it has further ones of its own. */
const LIBPQ_MODES = ['prefer', 'require', 'verify-ca'];

/**
 * The address in the form that node-postgres takes: `sslmode` means what it means to psql and libpq (`require` encrypts and
 * does not ask who signed the certificate, `verify-full` does), where node-postgres alone would verify in either. Of two ways that libpq tries one after the
 * other the first alone is taken: `prefer` encrypts, `allow` does not. `sslrootcert=system` means the roots that Node knows.
 */
export function connectionString(address: string): string {
  const url = parseAddress(address);
  if (url === undefined) return address;
  const { searchParams } = url;
  if (searchParams.get('sslrootcert') === 'system') {
    searchParams.delete('sslrootcert');
    searchParams.set('sslmode', 'verify-full');
  }
  if (searchParams.get('sslmode') === 'allow') searchParams.set('sslmode', 'disable');
  if (LIBPQ_MODES.includes(searchParams.get('sslmode') ?? '') && !searchParams.has('uselibpqcompat'))
    searchParams.set('uselibpqcompat', 'true');
  return url.href;
}
