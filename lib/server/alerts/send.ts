import { sign } from 'node:crypto';
import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, EnvHttpProxyAgent, getGlobalDispatcher, request, type Dispatcher } from 'undici';
import { failureCode } from '../../domain/failure';
import type { Signer } from '../../evidence/seal';
import type { Receiver } from './alertFile';

/** `sent`: the receiver answered 2xx. Else why not: its status, or what failed; never its address. */
export type SendOutcome =
  | { readonly isSent: true; readonly outcome: string }
  | { readonly isSent: false; readonly outcome: string };

export interface Message {
  /** The same in every attempt: receivers drop what they have. */
  readonly id: string;
  /** JSON, exactly as it is signed and sent. */
  readonly body: string;
}

export interface SendOptions {
  readonly signer: Signer;
  readonly nowMs: number;
  readonly timeoutMs: number;
  /** In place of the system's. */
  readonly lookup?: typeof lookUp | undefined;
}

const MS_PER_SECOND = 1_000;
/** Of an answer's text nothing is wanted. */
const MOST_ANSWER_BYTES = 16_384;
const LEAST_FAILURE = 300;

/**
 * Sends one message by one POST, signed as Standard Webhooks lays down for Ed25519 (docs/alerts.md). A redirect is followed nowhere, and without
 * `isPrivate` nothing is sent without TLS or to an address that is not public, whatever name leads to it. Throws nothing.
 */
export async function send(receiver: Receiver, message: Message, options: SendOptions): Promise<SendOutcome> {
  const url = new URL(receiver.url);
  const barred = receiver.isPrivate ? undefined : barredBy(url);
  if (barred !== undefined) return { isSent: false, outcome: barred };
  const dispatcher = dispatcherFor(receiver, options);
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: headersOf(message, options),
      body: message.body,
      signal: AbortSignal.timeout(options.timeoutMs),
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    await body.dump({ limit: MOST_ANSWER_BYTES }).catch(() => undefined);
    return { isSent: statusCode < LEAST_FAILURE, outcome: String(statusCode) };
  } catch (failure) {
    return { isSent: false, outcome: causeOf(failure) };
  } finally {
    await dispatcher?.destroy();
  }
}

/** The id, the time and the body, with dots between them: what is signed. */
function headersOf({ id, body }: Message, { signer, nowMs }: SendOptions): Record<string, string> {
  const seconds = String(Math.floor(nowMs / MS_PER_SECOND));
  const signature = sign(null, Buffer.from(`${id}.${seconds}.${body}`), signer.privateKey);
  return {
    'content-type': 'application/json',
    'user-agent': 'plumbline',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1a,${signature.toString('base64')}`,
    'plumbline-key': signer.publicKey,
  };
}

/** Why nothing is sent to an address that must be public: no TLS, or a host that is an address of no public network. */
function barredBy({ protocol, hostname }: URL): string | undefined {
  if (protocol !== 'https:') return 'no-tls';
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublic(host) ? 'not-public' : undefined;
}

/** Where a proxy is set, it asks, and looks names up itself. */
function dispatcherFor({ isPrivate }: Receiver, { lookup = lookUp }: SendOptions): Dispatcher | undefined {
  if (getGlobalDispatcher() instanceof EnvHttpProxyAgent) return undefined;
  return new Agent({ connect: isPrivate ? {} : { lookup: publicOnly(lookup) } });
}

class NotPublic extends Error {}

/** Looks a name up at the moment of connecting, so that no second look-up can say otherwise; fails where any address is not public. */
const publicOnly =
  (lookup: typeof lookUp): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (failure, found) => {
      if (failure !== null) {
        done(failure, '', 0);
        return;
      }
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => isPublic(address))) done(new NotPublic(), '', 0);
      else if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };

/** IANA's special-purpose registries: this machine, private and shared networks, links, documentation, multicast, and what carries another address inside. */
const SPECIAL: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];
/** Of IPv6 everything that is in use is below 2000::/3; in it, what is documentation or carries an IPv4 address. */
const GLOBAL_IPV6 = ['2000::', 3, 'ipv6'] as const;
const SPECIAL_IPV6 = [
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
] as const;

const special = new BlockList();
for (const network of [...SPECIAL, ...SPECIAL_IPV6]) special.addSubnet(...network);
const globalIpv6 = new BlockList();
globalIpv6.addSubnet(...GLOBAL_IPV6);

function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  return globalIpv6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** A name of the failure without an address in it. */
function causeOf(failure: unknown): string {
  if (failure instanceof NotPublic || (failure instanceof Error && failure.cause instanceof NotPublic))
    return 'not-public';
  if (failure instanceof Error && failure.name === 'TimeoutError') return 'no-answer';
  const code = failureCode(failure);
  return code !== undefined && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'failed';
}
