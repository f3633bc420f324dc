import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustOf, type StampTrust } from '../../sealed/stamps/trust';
import { CA, certificateIn, STAMPING, type CertificateAsked } from './testing/certificates';

const STAMPED = '2026-11-28T12:00:00.000Z';
const EPOCH = String(Date.parse(STAMPED) / 1000);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline trust '));
  certificateIn(folder, 'root', { subject: '/CN=Root', extensions: CA });
  certificateIn(folder, 'twin', { subject: '/CN=Root', extensions: CA });
  certificateIn(folder, 'short', {
    subject: '/CN=Short',
    extensions: ['basicConstraints = critical, CA:true, pathlen:0', 'keyUsage = critical, keyCertSign'],
  });
  certificateIn(folder, 'narrow', {
    subject: '/CN=Narrow',
    extensions: [
      ...CA,
      'nameConstraints = critical, excluded;dirName:excluded',
      '[ excluded ]',
      'organizationName = Elsewhere',
    ],
  });
  for (const issuer of ['root', 'short', 'narrow'])
    certificateIn(folder, `between-${issuer}`, { subject: `/CN=Between ${issuer}`, issuer, extensions: CA });
  certificateIn(folder, 'no-ca', { subject: '/CN=No CA', issuer: 'root', extensions: STAMPING });
  certificateIn(folder, 'over', { subject: '/CN=Over', issuer: 'root', extensions: CA, to: '20260601000000Z' });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Case {
  readonly own?: Partial<CertificateAsked>;
  readonly brings?: readonly string[];
  readonly root?: string;
  readonly certificate: StampTrust['certificate'];
  readonly isTrusted: boolean;
}

/** What `openssl verify` says of the same certificates, at the time of the stamp. */
function byOpenssl(brings: readonly string[], root: string): boolean {
  const untrusted = brings.flatMap((name) => ['-untrusted', `${name}.pem`]);
  const { status } = spawnSync(
    'openssl',
    ['verify', '-purpose', 'timestampsign', '-attime', EPOCH, '-CAfile', `${root}.pem`, ...untrusted, 'own.pem'],
    { cwd: folder },
  );
  return status === 0;
}

describe('the certificate of a stamp is worth what openssl finds it to be', () => {
  it.each<readonly [string, Case]>([
    ['signed by the root', { certificate: 'valid', isTrusted: true }],
    [
      'signed by an authority between, which it brings',
      { own: { issuer: 'between-root' }, brings: ['between-root'], certificate: 'valid', isTrusted: true },
    ],
    [
      'signed by an authority between, which it does not bring',
      { own: { issuer: 'between-root' }, certificate: 'valid', isTrusted: false },
    ],
    [
      'signed by one that is no authority',
      { own: { issuer: 'no-ca' }, brings: ['no-ca'], certificate: 'valid', isTrusted: false },
    ],
    [
      'by an authority between where its root allows none',
      {
        own: { issuer: 'between-short' },
        brings: ['between-short'],
        root: 'short',
        certificate: 'valid',
        isTrusted: false,
      },
    ],
    [
      'of a name that its root excludes',
      {
        own: { issuer: 'between-narrow', subject: '/O=Elsewhere/CN=Stamps' },
        brings: ['between-narrow'],
        root: 'narrow',
        certificate: 'valid',
        isTrusted: false,
      },
    ],
    [
      'by an authority between that had expired',
      { own: { issuer: 'over' }, brings: ['over'], certificate: 'valid', isTrusted: false },
    ],
    ['beside another root of the same name', { root: 'twin', certificate: 'valid', isTrusted: false }],
    ['of itself', { own: { subject: '/CN=Alone', issuer: 'own' }, certificate: 'valid', isTrusted: false }],
    [
      'for servers',
      { own: { extensions: ['extendedKeyUsage = critical, serverAuth'] }, certificate: 'other-use', isTrusted: false },
    ],
    [
      'for time stamps and servers',
      {
        own: { extensions: ['extendedKeyUsage = critical, timeStamping, serverAuth'] },
        certificate: 'other-use',
        isTrusted: false,
      },
    ],
    [
      'for time stamps, not said as critical',
      { own: { extensions: ['extendedKeyUsage = timeStamping'] }, certificate: 'other-use', isTrusted: false },
    ],
    [
      'for nothing in particular',
      { own: { extensions: ['basicConstraints = critical, CA:false'] }, certificate: 'other-use', isTrusted: false },
    ],
    [
      'whose key is for encryption too',
      {
        own: { extensions: [...STAMPING, 'keyUsage = critical, digitalSignature, keyEncipherment'] },
        certificate: 'other-use',
        isTrusted: false,
      },
    ],
    [
      'whose key is for signatures',
      {
        own: { extensions: [...STAMPING, 'keyUsage = critical, digitalSignature'] },
        certificate: 'valid',
        isTrusted: true,
      },
    ],
    [
      'with a critical extension that nobody knows',
      {
        own: { extensions: [...STAMPING, '1.2.3.4.5 = critical, ASN1:UTF8String:x'] },
        certificate: 'valid',
        isTrusted: false,
      },
    ],
    ['that was over before', { own: { to: '20261128115959Z' }, certificate: 'not-then', isTrusted: false }],
    ['that began after', { own: { from: '20261128120001Z' }, certificate: 'not-then', isTrusted: false }],
  ])('%s', async (_, { own, brings = [], root = 'root', certificate, isTrusted }) => {
    const asked = { subject: '/CN=Stamps', issuer: 'root', extensions: STAMPING, ...own };
    const certificates = [certificateIn(folder, 'own', asked), ...brings.map(pemOf)];
    const found = await trustOf(
      { time: STAMPED, authority: 'Stamps', certificates },
      { roots: [pemOf(root)], now: new Date(STAMPED) },
    );
    expect(found).toEqual({ certificate, isTrusted });
    expect(certificate === 'valid' && isTrusted).toBe(byOpenssl(brings, root));
  });

  it('is told as expired once it has, or once an authority over it has', async () => {
    const now = new Date('2027-01-02T00:00:00Z');
    const roots = [pemOf('root')];
    const own = certificateIn(folder, 'own', {
      subject: '/CN=Stamps',
      issuer: 'root',
      extensions: STAMPING,
      to: '20270101000000Z',
    });
    const found = { time: STAMPED, authority: 'Stamps', certificates: [own] };
    expect(await trustOf(found, { roots, now: new Date(STAMPED) })).toEqual({ certificate: 'valid', isTrusted: true });
    expect(await trustOf(found, { roots, now })).toEqual({ certificate: 'expired', isTrusted: true });
    expect(await trustOf(found, { roots: [], now })).toEqual({ certificate: 'expired', isTrusted: false });
    certificateIn(folder, 'ends', { subject: '/CN=Ends', issuer: 'root', extensions: CA, to: '20270101000000Z' });
    const below = certificateIn(folder, 'own', { subject: '/CN=Stamps', issuer: 'ends', extensions: STAMPING });
    const certificates = [below, pemOf('ends')];
    expect(await trustOf({ ...found, certificates }, { roots, now })).toEqual({
      certificate: 'expired',
      isTrusted: true,
    });
  });

  it('is looked for along so many signatures and no more, where certificates all vouch for each other', async () => {
    const own = certificateIn(folder, 'own', { subject: '/CN=Stamps', issuer: 'root', extensions: STAMPING });
    // Signed by itself, each copy vouches for each: 30 of them are 10,000,000,000 ways of seven.
    const certificates = [own, ...Array.from({ length: 30 }, () => pemOf('root'))];
    const stamp = { time: STAMPED, authority: 'Stamps', certificates };
    expect(await trustOf(stamp, { roots: [], now: new Date(STAMPED) })).toEqual({
      certificate: 'valid',
      isTrusted: false,
    });
    expect(await trustOf(stamp, { roots: [pemOf('root')], now: new Date(STAMPED) })).toMatchObject({ isTrusted: true });
  });

  it('is trusted by nobody where nobody is named, or what is named is no certificate', async () => {
    const certificates = [
      certificateIn(folder, 'own', { subject: '/CN=Stamps', issuer: 'root', extensions: STAMPING }),
    ];
    const stamp = { time: STAMPED, authority: 'Stamps', certificates };
    for (const roots of [[], ['no certificate'], ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']])
      expect(await trustOf(stamp, { roots, now: new Date(STAMPED) })).toEqual({
        certificate: 'valid',
        isTrusted: false,
      });
  });
});

const pemOf = (name: string): string => readFileSync(join(folder, `${name}.pem`), 'utf8');
