import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PackVerification } from '../../api/verification';
import { publicKeyPem } from '../../evidence/seal';
import { sha256 } from '../../evidence/sha256';
import { otherSigner } from '../../evidence/testing/sampleSigner';
import { zipOf as anyZipOf } from '../../sealed/testing/zipOf';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { zipOf } from '../../server/bundle/zip';
import { packIn } from '../../server/verify/verify';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import { storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../../server/testing/atDensityOne')).atDensityOne(original),
);

const MINUTE = '/ATOM/2025-10-10T21:01Z?from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';
const MANIFEST = 'manifest-sha256.txt';

let stored: StoredAtom;
/** A pack of two exhibits, as it was made. */
let files: ReadonlyMap<string, Buffer>;
const homeBefore = process.env['PLUMBLINE_HOME'];
const file = (): string => stored.inFolder('pack.zip');

beforeAll(async () => {
  stored = await storedAtom();
  process.env['PLUMBLINE_HOME'] = stored.inFolder('home');
  mkdirSync(stored.inFolder('home'));
  expect((await stored.run('pack', MINUTE, VIEW, '--out', file())).code).toBe(0);
  files = await unzipped(readFileSync(file()));
});
afterAll(async () => {
  if (homeBefore === undefined) delete process.env['PLUMBLINE_HOME'];
  else process.env['PLUMBLINE_HOME'] = homeBefore;
  await stored.drop();
});

async function found(changed: ReadonlyMap<string, Buffer>): Promise<PackVerification & { readonly code: number }> {
  writeFileSync(file(), await zipOf(changed));
  const { code, stdout, stderr } = await stored.run('verify', file(), '--json');
  expect(stderr).toBe('');
  return { code, ...(JSON.parse(stdout) as PackVerification) };
}
/** The list of sums over other files, signed by another key. */
function signedByOther(changed: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const named = [...changed].filter(([name]) => name.includes('/') || !/^(?:manifest-|key\.pem)/.test(name));
  const manifest = Buffer.from(named.map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''));
  const { privateKey, publicKey } = otherSigner();
  return new Map([
    ...named,
    [MANIFEST, manifest],
    [`${MANIFEST}.sig`, sign(null, manifest, privateKey)],
    ['key.pem', Buffer.from(publicKeyPem(publicKey))],
  ]);
}
const oneByteOff = (content: Buffer): Buffer => {
  const other = Buffer.from(content);
  const at = other.length >> 1;
  other[at] = (other[at] as number) ^ 1;
  return other;
};

describe('verify of a pack of exhibits', () => {
  it('reads the zip itself: its list of sums, and each exhibit as a bundle', async () => {
    const { code, list, exhibits } = await found(files);
    expect([code, list.verdict, list.altered]).toEqual([0, 'signed', []]);
    expect(list.signer).toMatchObject({ retired: null });
    expect(exhibits.map(({ folder, verdict, simulated }) => [folder, verdict, simulated])).toEqual([
      ['exhibit-01', 'identical', false],
      ['exhibit-02', 'identical', false],
    ]);
    const { stdout } = await stored.run('verify', file());
    expect(stdout).toMatch(
      /^The list of sums is signed by a known key, and every file is as it says\.\nRead as a pack of exhibits \(zip\): its list of sums, and each of its 2 exhibits as a bundle\.\nKey: sha256:[0-9a-f]{64}, in use since .*\.\n\nexhibit-01\nIdentical: .*\nRead as a bundle/,
    );
  });

  it('names each file of which one byte is another, whichever it is', async () => {
    expect(files.size).toBeGreaterThan(40);
    // The second exhibit is made as the first.
    for (const [name, content] of [...files].filter(([one]) => !one.startsWith('exhibit-02/'))) {
      const read = await packIn(await zipOf(new Map([...files, [name, oneByteOff(content)]])));
      const list = read?.list.kind === 'signed' ? read.list.altered.map((one) => one.name) : read?.list.kind;
      // A list, signature or key that does not fit the others tells nothing of the files.
      expect([name, list]).toEqual([name, [MANIFEST, `${MANIFEST}.sig`, 'key.pem'].includes(name) ? 'broken' : [name]]);
      for (const { folder, evidence } of read?.exhibits ?? [])
        expect([name, evidence.kind === 'sealed' && evidence.altered.facts.length === 0]).toEqual([
          name,
          !name.startsWith(`${folder}/`),
        ]);
    }
    const { code, list } = await found(new Map([...files, ['pack.pdf', oneByteOff(files.get('pack.pdf') as Buffer)]]));
    expect([code, list.verdict, list.altered.map(({ name }) => name)]).toEqual([3, 'altered', ['pack.pdf']]);
    expect((await stored.run('verify', file())).stdout).toMatch(
      /^Altered: the pack is not what was signed\.\n.*\nKey: .*\npack\.pdf: sealed as "[0-9a-f]{64}", now "[0-9a-f]{64}"\n\nexhibit-01\nIdentical/,
    );
  });

  it('names a file that was added, and one that is gone', async () => {
    const added = await found(new Map([...files, ['exhibit-03/picture.png', Buffer.from('x')]]));
    expect(added).toMatchObject({ code: 3, list: { verdict: 'altered' } });
    expect(added.list.altered).toEqual([{ name: 'exhibit-03/picture.png', sealed: null, found: 'added' }]);
    const gone = await found(new Map([...files].filter(([name]) => name !== 'certification.txt')));
    expect(gone.list.altered).toEqual([
      { name: 'certification.txt', sealed: sha256(files.get('certification.txt') as Buffer), found: null },
    ]);
  });

  it('does not take a list that another key signed for this one’s, with whatever exhibits', async () => {
    const other = await found(signedByOther(new Map([...files, ['pack.pdf', Buffer.from('another')]])));
    expect(other).toMatchObject({
      code: 3,
      list: { verdict: 'unknown-signer', signer: { created: null }, altered: [] },
    });
    expect(other.exhibits.map(({ verdict }) => verdict)).toEqual(['identical', 'identical']);
  });

  it('says that nobody vouches for a list without signature and key', async () => {
    const unsigned = new Map([...files].filter(([name]) => ![`${MANIFEST}.sig`, 'key.pem'].includes(name)));
    expect(await found(unsigned)).toMatchObject({ code: 3, list: { verdict: 'unsigned', signer: null } });
  });

  it('refuses names that leave the folder, as of a bundle', async () => {
    const added = [...files, ['../exhibit-01/x', Buffer.from('x')] as const];
    writeFileSync(file(), anyZipOf(added.map(([name, content]) => ({ name, content }))));
    const { code, stderr } = await stored.run('verify', file());
    expect([code, stderr]).toEqual([2, expect.stringMatching(/contains files that no bundle/)]);
  });

  it('tells of each exhibit what has changed since, of a list that still holds', async () => {
    await ledgerOf(stored.db).record([
      answer({
        market: spot('binance', 'ATOM', 'USD'),
        source: 'file',
        asked: { from: at('2025-10-10T21:03Z'), to: at('2025-10-10T21:04Z') },
        askedAtMs: ASKED_AT + 60_000,
        candles: [candle(at('2025-10-10T21:03Z'), 99)],
      }),
    ]);
    const { code, list, exhibits } = await found(files);
    expect([code, list.verdict]).toEqual([3, 'signed']);
    expect(exhibits.map(({ verdict, changes }) => [verdict, changes.map(({ venue }) => venue)])).toEqual([
      ['changed', ['binance']],
      ['changed', ['binance']],
    ]);
  });
});
