import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { lookup } from 'node:dns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../evidence/seal';
import { otherSigner, sampleSigner } from '../../evidence/testing/sampleSigner';
import { publishedKeysOf } from '../keys/publishedKeys';
import { receiverAt } from './alertFile';
import { send, type SendOutcome } from './send';
import { testReceiver, type TestReceiver } from './testing/receiver';

const NOW_MS = Date.UTC(2026, 10, 28, 12, 0, 0, 500);
const MESSAGE = { id: 'a-1', body: '{"alert":"käse"}' };
const signer = sampleSigner();
const options = { signer, nowMs: NOW_MS, timeoutMs: 60_000 };

let receiver: TestReceiver;
beforeAll(async () => {
  receiver = await testReceiver();
});
afterAll(() => receiver.close());

const sent = (url = receiver.url, isPrivate = true, more: object = {}): Promise<SendOutcome> =>
  send(receiverAt(url, { isPrivate, inRehearsal: false }), MESSAGE, { ...options, ...more });

describe('a webhook', () => {
  it('is signed so that the published key and a few lines of node:crypto prove it', async () => {
    expect(await sent()).toEqual({ isSent: true, outcome: '200' });
    const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
    expect(body).toBe(MESSAGE.body);
    expect(headers['webhook-timestamp']).toBe('1795867200');
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(signer.publicKey, 'hex').toString('base64url') },
      format: 'jwk',
    });
    const proves = (text: string): boolean =>
      verify(
        null,
        Buffer.from(text),
        key,
        Buffer.from(String(headers['webhook-signature']).slice('v1a,'.length), 'base64'),
      );
    expect(proves(`a-1.1795867200.${body}`)).toBe(true);
    expect(proves(`a-1.1795867201.${body}`)).toBe(false);
    expect(proves(`a-2.1795867200.${body}`)).toBe(false);
    expect(headers['plumbline-key']).toBe(signer.publicKey);
  });

  it('is proven by the example in docs/alerts.md, and nothing altered, old or signed by another is', async () => {
    const text = readFileSync('docs/alerts.md', 'utf8');
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
    const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      readonly isGenuine: (headers: object, body: string, keys: object, nowMs: number) => boolean;
    };
    await sent();
    const { headers, body } = receiver.received.at(-1) ?? { headers: {}, body: '' };
    const keysOf = ({ publicKey }: Signer): object =>
      publishedKeysOf([{ publicKey, created: '2026-01-01T00:00:00.000Z', retired: undefined }]);
    const keys = keysOf(signer);
    expect(isGenuine(headers, body, keys, NOW_MS + 5_000)).toBe(true);
    expect(isGenuine(headers, `${body} `, keys, NOW_MS)).toBe(false);
    expect(isGenuine(headers, body, keys, NOW_MS + 400_000)).toBe(false);
    expect(isGenuine(headers, body, keysOf(otherSigner()), NOW_MS)).toBe(false);
    expect(isGenuine({ ...headers, 'webhook-id': 'a-2' }, body, keys, NOW_MS)).toBe(false);
  });

  it.each([500, 404, 429])('that is answered %d was not taken', async (status) => {
    receiver.answers(status);
    expect(await sent()).toEqual({ isSent: false, outcome: String(status) });
  });

  it('follows no redirect', async () => {
    receiver.answers(307);
    const before = receiver.received.length;
    expect(await sent()).toEqual({ isSent: false, outcome: '307' });
    expect(receiver.received).toHaveLength(before + 1);
  });

  it('names what failed without the address', async () => {
    const gone = await testReceiver();
    await gone.close();
    expect(await sent(gone.url)).toEqual({ isSent: false, outcome: 'ECONNREFUSED' });
  });
});

describe('an address that is not said to be private', () => {
  it.each([
    ['http://receiver.example/', 'no-tls'],
    ['https://127.0.0.1/', 'not-public'],
    ['https://10.1.2.3/', 'not-public'],
    ['https://169.254.169.254/latest', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://[::ffff:127.0.0.1]/', 'not-public'],
    ['https://[fd00::1]/', 'not-public'],
    ['https://[fe80::1]/', 'not-public'],
    ['https://[2002:7f00:1::]/', 'not-public'],
  ])('is not asked where it is %s', async (url, outcome) => {
    expect(await sent(url, false)).toEqual({ isSent: false, outcome });
  });

  it.each([[['127.0.0.1']], [['93.184.215.14', '192.168.1.1']], [['fd00::1']]])(
    'is not asked where its name leads to %j',
    async (addresses) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const looked = ((_: string, __: object, done: (failure: null, all: typeof found) => void) => {
        done(null, found);
      }) as unknown as typeof lookup;
      expect(await sent('https://receiver.example/', false, { lookup: looked })).toEqual({
        isSent: false,
        outcome: 'not-public',
      });
    },
  );
});
