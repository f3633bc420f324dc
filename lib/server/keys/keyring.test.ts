import { sign, verify } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collecting, Reading } from '../../store/connection/reading';
import { publishedKeys } from '../../api/signingKeys';
import { ownKeys, ownSigner, rotateKeys } from './keyring';
import { publishedKeysOf, publishedNow } from './publishedKeys';
import { signerOrNone } from './signer';

let home: string;
const env = (): { PLUMBLINE_HOME: string } => ({ PLUMBLINE_HOME: home });
const file = (name: string): string => path.join(home, 'keys', name);
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-keys-'));
  globalThis.plumblineSigner = undefined;
  globalThis.plumblineSaidUnsigned = undefined;
  globalThis.plumblineSaidBroken = undefined;
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the keys of a home', () => {
  it('are none before one is needed', async () => {
    expect(await ownKeys(env())).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
  });

  it('begin with one that is made once, for its owner alone', async () => {
    const { publicKey } = await ownSigner(env());
    expect((await ownSigner(env())).publicKey).toBe(publicKey);
    expect(readdirSync(path.join(home, 'keys'))).toEqual(['000001.json']);
    expect(statSync(file('000001.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(home, 'keys')).mode & 0o777).toBe(0o700);
    expect(await ownKeys(env())).toEqual([{ publicKey, created: expect.any(String) as string, retired: undefined }]);
  });

  it('are one, whoever asks first of several at once', async () => {
    const signers = await Promise.all(Array.from({ length: 8 }, () => ownSigner(env())));
    expect(new Set(signers.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect(readdirSync(path.join(home, 'keys'))).toEqual(['000001.json']);
  });

  it('sign what their published halves prove', async () => {
    const { privateKey } = await ownSigner(env());
    const { keys } = publishedKeys.parse(publishedKeysOf(await ownKeys(env())));
    const message = Buffer.from('plumb');
    expect(verify(null, message, keys[0]?.pem ?? '', sign(null, message, privateKey))).toBe(true);
  });

  it('rotate: a new one signs, those before are retired and lose their private half', async () => {
    const first = await ownSigner(env());
    const [old, current] = await rotateKeys(env());
    expect(old).toMatchObject({ publicKey: first.publicKey, retired: current?.created });
    expect(current?.retired).toBeUndefined();
    expect((await ownSigner(env())).publicKey).toBe(current?.publicKey);
    expect(current?.publicKey).not.toBe(first.publicKey);
    expect(readFileSync(file('000001.json'), 'utf8')).not.toContain('privateKey');
    expect(statSync(file('000001.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.join(home, 'keys'))).toEqual(['000001.json', '000002.json']);
  });

  it('are published without their private halves', async () => {
    await ownSigner(env());
    const secret = (JSON.parse(readFileSync(file('000001.json'), 'utf8')) as { privateKey: string }).privateKey;
    const text = JSON.stringify(publishedKeysOf(await ownKeys(env())));
    expect(secret.length).toBeGreaterThan(40);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret, 'base64').subarray(-32).toString('hex'));
  });
});

describe('where no key can be had', () => {
  it.each([
    [
      'the home cannot be written',
      () => {
        rmSync(home, { recursive: true });
        // A file in the folder's place: root may write into any folder.
        writeFileSync(home, '');
      },
    ],
    [
      'the key file is damaged',
      () => {
        mkdirSync(path.join(home, 'keys'));
        writeFileSync(file('000001.json'), '{"algorithm":"ed25519","publicKey":"');
      },
    ],
    [
      'the key file has another private half',
      () => {
        mkdirSync(path.join(home, 'keys'));
        writeFileSync(
          file('000001.json'),
          JSON.stringify({
            algorithm: 'ed25519',
            publicKey: 'ab'.repeat(32),
            privateKey: 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g',
            created: '2026-01-01T00:00:00.000Z',
          }),
        );
      },
    ],
  ])('%s: nobody seals, and the log says so once', async (_, harm) => {
    harm();
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    expect(await signerOrNone(env(), say)).toBeUndefined();
    expect(await signerOrNone(env(), say)).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('without a seal')]);
    chmodSync(home, 0o700);
  });
});

it.each([
  ['a full disk', 'ENOSPC', true],
  ['a folder that may not be written', 'EACCES', false],
])(
  'a picture that %s leaves unsealed is kept only where the next one would be unsealed, too',
  async (_, code, passes) => {
    const reading = new Reading();
    const failing = (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await collecting(reading, () => signerOrNone(env(), () => undefined, failing))).toBeUndefined();
    expect(reading.rests.isFleeting).toBe(passes);
  },
);

describe('a damaged key file', () => {
  it.each([
    ['cut off', '{'],
    ['empty', ''],
    ['of something else', 'null'],
  ])('that is %s hides no other key, and is told once', async (_, content) => {
    const [, current] = [await ownSigner(env()), (await rotateKeys(env()))[1]];
    writeFileSync(file('000001.json'), content);
    const said: string[] = [];
    for (let i = 0; i < 2; i += 1)
      expect((await publishedNow(env(), (line) => said.push(line))).keys.map(({ publicKey }) => publicKey)).toEqual([
        current?.publicKey,
      ]);
    expect(said).toEqual([expect.stringContaining(`${file('000001.json')} is not a key file`)]);
  });

  it('of a newer number keeps no older key from sealing', async () => {
    const { publicKey } = await ownSigner(env());
    writeFileSync(file('000009.json'), '');
    globalThis.plumblineSigner = undefined;
    expect((await ownSigner(env())).publicKey).toBe(publicKey);
  });

  it('is no key to rotate from: nothing is written', async () => {
    await ownSigner(env());
    writeFileSync(file('000001.json'), '{');
    await expect(rotateKeys(env())).rejects.toThrow('000001.json is not a key file');
    expect(readdirSync(path.join(home, 'keys'))).toEqual(['000001.json']);
  });
});
