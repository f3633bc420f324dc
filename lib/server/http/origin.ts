/**
 * The app's public address, like `https://plumbline.example`, from PLUMBLINE_ORIGIN: scheme, host and port alone. undefined
 * where it is not set, or is not an http address.
 */
export function publicOrigin(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = env['PLUMBLINE_ORIGIN'] ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.origin : undefined;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where absolute links of a page begin: the public address; else the request's own host where that is this machine's, and
 * `http://localhost` for any other. A host that a client names (Host, X-Forwarded-Host) is not trusted to name the app.
 */
export function originOf(
  env: Readonly<Record<string, string | undefined>>,
  requestHost: string | null | undefined,
): URL {
  const known = publicOrigin(env);
  if (known !== undefined) return new URL(known);
  const own = `http://${requestHost ?? ''}`;
  const url = URL.canParse(own) ? new URL(own) : undefined;
  return url !== undefined && LOOPBACK.test(url.hostname) ? new URL(url.origin) : new URL('http://localhost');
}
