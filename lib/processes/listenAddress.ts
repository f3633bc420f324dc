import { isIPv6 } from 'node:net';

/** Where the web app listens. */
export interface ListenAddress {
  /** An address or name of this machine; `0.0.0.0` and `::` are all of its addresses. */
  readonly host: string;
  /** Where the app is reached from this machine, for people: `http://localhost:3000`, `http://[::1]:3000`. */
  readonly shown: string;
  /** The host that this process itself asks: all addresses are reached by loopback. */
  readonly asked: string;
}

const LOOPBACK = '127.0.0.1';
/** What a server on every address is reached by from here. */
const EVERY: Readonly<Record<string, string>> = { '0.0.0.0': LOOPBACK, '::': '::1' };
/** These are `localhost` to a reader. */
const LOCAL = new Set([LOOPBACK, '0.0.0.0', '::']);

/** Reads PLUMBLINE_HOST; unset or empty: loopback, so that nobody else on the network reaches the app. */
export function listenAddress(env: Readonly<Record<string, string | undefined>>, port: number): ListenAddress {
  const given = (env['PLUMBLINE_HOST'] ?? '').trim().replace(/^\[(.*)\]$/, '$1');
  const host = given === '' ? LOOPBACK : given;
  const name = LOCAL.has(host) ? 'localhost' : isIPv6(host) ? `[${host}]` : host;
  return { host, shown: `http://${name}:${String(port)}`, asked: EVERY[host] ?? host };
}
