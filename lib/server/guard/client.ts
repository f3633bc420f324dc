import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net';
import { parsed, type Parsed } from '../../domain/unit';

/** Which proxies stand before the app: so many of them, or those of these networks. */
export type Trust = { readonly hops: number } | { readonly networks: BlockList };

const unread = (part: string): Parsed<never, string> => ({ ok: false, error: part });

/** Nobody's header is believed. */
export const NO_PROXY: Trust = { hops: 0 };

/** More proxies than this stand before nobody's app. */
const MOST_HOPS = 8;

/**
 * Reads PLUMBLINE_TRUST_PROXY: the number of proxies before the app, or their addresses and networks (`10.0.0.0/8,fd00::/8`) with commas or spaces between.
 * Empty: none. Refused with the part that cannot be read.
 */
export function readTrust(text: string): Parsed<Trust, string> {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const [first = ''] = parts;
  if (parts.length === 0) return parsed(NO_PROXY);
  if (parts.length === 1 && /^\d+$/.test(first))
    return Number(first) <= MOST_HOPS ? parsed({ hops: Number(first) }) : unread(first);
  const networks = new BlockList();
  for (const part of parts) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? [];
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    if (version === 0 || Number(bits ?? most) > most) return unread(part);
    networks.addSubnet(address, Number(bits ?? most), version === 4 ? 'ipv4' : 'ipv6');
  }
  return parsed({ networks });
}

/** An IPv4 address that an IPv6 socket writes as one of its own, as IPv4; undefined: no address. */
function plain(text: string): string | undefined {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1');
  const withoutPort = /^\d+(?:\.\d+){3}:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare;
  const mapped = withoutPort.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(mapped) === 0 ? undefined : mapped;
}

const isWithin = (networks: BlockList, address: string): boolean =>
  networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

/**
 * The address of the client of a request, by its socket and, where a proxy is declared, by what that proxy wrote at the end of `X-Forwarded-For`. What stands before
 * that anybody may have written.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | string[] | undefined,
  trust: Trust,
): string {
  const own = plain(socket ?? '') ?? '';
  const written = [forwarded ?? []].flat().join(',').split(',');
  const chain = [...(forwarded === undefined ? [] : written.map(plain)), own];
  let client = own;
  for (let back = 0; back < chain.length; back += 1) {
    const one = chain[chain.length - 1 - back];
    // Whoever wrote no address here is not believed about what stands before it.
    if (one === undefined) return client;
    client = one;
    if ('hops' in trust ? back >= trust.hops : one === '' || !isWithin(trust.networks, one)) return client;
  }
  return client;
}

const IPV6_GROUPS = 4;

/** Whether who is connected is a declared proxy; by a number of proxies, everybody is. */
export function isProxy(socket: string | undefined, trust: Trust): boolean {
  if ('hops' in trust) return trust.hops > 0;
  const address = plain(socket ?? '');
  return address !== undefined && isWithin(trust.networks, address);
}

/** Whose budget an address has: an IPv4 address its own, an IPv6 address that of its /64, which one subscriber has. */
export function clientKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const { address: short } = new SocketAddress({ address, family: 'ipv6' });
  const [head = '', tail] = short.split('::');
  const groups = (text: string): readonly string[] => text.split(':').filter((group) => group !== '');
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - front.length - back.length }, () => '0');
  return `${[...front, ...zeros, ...back].slice(0, IPV6_GROUPS).join(':')}::/64`;
}

/** Whoever sits at the machine itself. */
export const isLoopback = (address: string): boolean => address === '::1' || /^127\./.test(address);
