import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../../server/testing/atDensityOne')).atDensityOne(original),
);

let stored: StoredAtom;
const homeBefore = process.env['PLUMBLINE_HOME'];
beforeAll(async () => {
  stored = await storedAtom();
  process.env['PLUMBLINE_HOME'] = stored.inFolder('home');
  mkdirSync(stored.inFolder('home'));
});
afterAll(async () => {
  if (homeBefore === undefined) delete process.env['PLUMBLINE_HOME'];
  else process.env['PLUMBLINE_HOME'] = homeBefore;
  await stored.drop();
});

const MINUTE = '/ATOM/2025-10-10T21:01Z?from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';
const NOTHING = '/NOPE?from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';
const out = (name: string): string => stored.inFolder(name);
const filesOf = (name: string): Promise<ReadonlyMap<string, Buffer>> => unzipped(readFileSync(out(name)));

describe('pack', () => {
  it('writes numbered exhibits in the order of the addresses', async () => {
    const { code, stdout, stderr } = await stored.run('pack', MINUTE, VIEW, '--out', out('two.zip'));
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(`${out('two.zip')} written: 2 exhibits\n`);
    const files = await filesOf('two.zip');
    const facts = (folder: string): unknown => JSON.parse(files.get(`${folder}/parameters.json`)?.toString() ?? '');
    expect(facts('exhibit-01')).toMatchObject({
      address: expect.stringMatching(/^\/ATOM\/2025-10-10T21:01Z\?/) as string,
    });
    expect(facts('exhibit-02')).toMatchObject({ address: expect.stringMatching(/^\/ATOM\?/) as string });
    expect(files.get('README.txt')?.toString()).not.toContain('SIMULATED');
  });

  it('in another language says every text of its own in it', async () => {
    expect((await stored.run('pack', VIEW, '--out', out('ko.zip'), '--lang', 'ko', '--zone', 'utc+9')).code).toBe(0);
    const files = await filesOf('ko.zip');
    expect(files.get('README.txt')?.toString()).toMatch(/^증거물: ATOM\n/);
    expect(files.get('index.csv')?.toString()).toContain('lang=ko');
  });

  it('is made of the others where an address has no data, says which, and ends with 3', async () => {
    const { code, stderr } = await stored.run('pack', NOTHING, VIEW, '--out', out('rest.zip'));
    expect(code).toBe(3);
    expect(stderr).toMatch(/rest\.zip written: 1 exhibit\nno exhibit of \/NOPE\?.*: no data for NOPE/i);
    expect([...(await filesOf('rest.zip')).keys()]).toContain('exhibit-01/picture.png');
  });

  it('makes nothing where no address has data', async () => {
    expect(refusal(await stored.run('pack', NOTHING, '--out', out('none.zip')))).toMatch(/NOPE/);
    expect(existsSync(out('none.zip'))).toBe(false);
  });

  it.each([
    ['an address that cannot be read', [VIEW, '/ATOM?zoom=9&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z'], /zoom/],
    ['an address without a window', [VIEW, '/ATOM'], /names no window/],
    [
      'a window of more than two days',
      [VIEW, '/ATOM?from=2025-10-01T00:00Z&to=2025-10-10T00:00Z'],
      /9 days .* at most 2 days/,
    ],
    ['a language there is not', [VIEW, '--lang', 'fr'], /--lang is "fr"; it takes en, ko/],
    ['a clock that is not the reader’s', [VIEW, '--zone', 'local'], /--zone is "local"; it takes utc/],
  ])('makes nothing of %s', async (_, argv, line) => {
    expect(refusal(await stored.run('pack', ...argv, '--out', out('bad.zip')))).toMatch(line);
    expect(existsSync(out('bad.zip'))).toBe(false);
  });

  it('asks where to write', async () => {
    expect(refusal(await stored.run('pack', VIEW))).toMatch(/add --out FILE\.zip/);
  });
});
