import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minuteAt } from '../../domain/minute';
import { registryFromFile } from './assetFile';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'assets-'));
});
afterEach(async () => {
  await rm(home, { recursive: true });
});

const file = (): string => path.join(home, 'assets.json');
const EVENT = minuteAt(Date.parse('2025-10-10T21:20Z'));
const bithumb = 'bithumb' as Venue;

async function written(content: unknown) {
  await writeFile(file(), typeof content === 'string' ? content : JSON.stringify(content));
  return registryFromFile({ PLUMBLINE_HOME: home });
}

async function errorOf(content: unknown): Promise<string> {
  const read = await written(content);
  if (read.ok) throw new Error('it was taken');
  expect(read.error.startsWith(`${file()}: `)).toBe(true);
  expect(read.error).not.toContain('\n');
  return read.error.slice(file().length + 2);
}

describe('the file of a user’s assets', () => {
  it('need not exist at home, but must where PLUMBLINE_ASSETS names it', async () => {
    expect((await registryFromFile({ PLUMBLINE_HOME: home })).ok).toBe(true);
    // What is wrong with a home that is a file is said by whoever makes the home.
    expect((await registryFromFile({ PLUMBLINE_HOME: import.meta.filename })).ok).toBe(true);
    const missing = await registryFromFile({ PLUMBLINE_HOME: home, PLUMBLINE_ASSETS: path.join(home, 'other.json') });
    expect(missing).toMatchObject({
      ok: false,
      error: expect.stringMatching(
        /other\.json cannot be read .*; set PLUMBLINE_ASSETS to a readable file$/,
      ) as unknown,
    });
  });

  it('is the one PLUMBLINE_ASSETS names, where both are there', async () => {
    await writeFile(file(), 'not JSON');
    const other = path.join(home, 'other.json');
    await writeFile(other, JSON.stringify({ assets: [{ asset: 'XYZ', name: 'Xyz' }] }));
    const read = await registryFromFile({ PLUMBLINE_HOME: home, PLUMBLINE_ASSETS: other });
    expect(read.ok && read.value.entryOf('XYZ' as Asset).name).toBe('Xyz');
  });

  it('settles a collision', async () => {
    const read = await written({
      assets: [{ asset: 'TON', aliases: [{ venue: 'bithumb', ticker: 'TON', from: '2025-01-01T00:00Z' }] }],
    });
    if (!read.ok) throw new Error(read.error);
    expect(read.value.assetAt(bithumb, 'TON', EVENT)).toEqual({ kind: 'known', asset: 'TON' });
    expect(read.value.assetAt(bithumb, 'TON', minuteAt(Date.parse('2024-12-31T23:59Z'))).kind).toBe('collision');
    expect(read.value.entryOf('TON' as Asset)).toEqual({ asset: 'TON', name: 'Toncoin', nature: { kind: 'plain' } });
  });

  it('adds a wrapped asset, and says otherwise of one we ship', async () => {
    const read = await written({
      assets: [
        { asset: 'XYZETH', name: 'Xyz staked ETH', nature: { kind: 'wrapped', underlying: 'ETH', accrues: true } },
        { asset: 'USDF', nature: { kind: 'stable', of: 'USD' } },
      ],
    });
    if (!read.ok) throw new Error(read.error);
    expect(read.value.entryOf('XYZETH' as Asset).nature).toEqual({ kind: 'wrapped', underlying: 'ETH', accrues: true });
    expect(read.value.entryOf('USDF' as Asset)).toEqual({
      asset: 'USDF',
      name: 'Falcon USD',
      nature: { kind: 'stable', of: 'USD' },
    });
  });

  it.each([
    ['no JSON', '{', /^it is not JSON \(.+\); docs\/assets\.md has an example$/],
    [
      'an unknown field',
      { assets: [{ asset: 'XYZ', colour: 'red' }] },
      /^asset XYZ: .*"?colour"?.*; docs\/assets\.md has the format$/,
    ],
    [
      'an unknown field of an alias',
      { assets: [{ asset: 'XYZ', aliases: [{ ticker: 'X', until: '2025-01-01T00:00Z' }] }] },
      /^asset XYZ, aliases 1: .*until/,
    ],
    ['a nature nobody knows', { assets: [{ asset: 'XYZ', nature: { kind: 'magic' } }] }, /^asset XYZ, nature kind: /],
    [
      'a code in lower letters',
      { assets: [{ asset: 'xyz' }] },
      /^asset xyz, asset: "xyz" is not an asset's code; write XYZ;/,
    ],
    [
      'a time without a zone',
      { assets: [{ asset: 'XYZ', aliases: [{ ticker: 'X', from: '2025-01-01' }] }] },
      /^asset XYZ, aliases 1 from: "2025-01-01" is not a time; write UTC/,
    ],
    ['no code at all', { assets: [{}] }, /^entry 1, asset: /],
    ['no entry at all', { assets: [null] }, /^entry 1: /],
    [
      'an alias that ends before it begins',
      { assets: [{ asset: 'XYZ', aliases: [{ ticker: 'X', from: '2025-01-02T00:00Z', to: '2025-01-01T00:00Z' }] }] },
      /^asset XYZ: the alias X ends at 2025-01-01T00:00Z.*"from" comes before "to"$/,
    ],
    [
      'wraps in a circle',
      {
        assets: [
          { asset: 'AAA', nature: { kind: 'wrapped', underlying: 'BBB', accrues: false } },
          { asset: 'BBB', nature: { kind: 'wrapped', underlying: 'AAA', accrues: false } },
        ],
      },
      /^asset AAA wraps itself \(AAA over BBB over AAA\)/,
    ],
    [
      'a circle through an asset we ship',
      { assets: [{ asset: 'ETH', nature: { kind: 'wrapped', underlying: 'WBETH', accrues: false } }] },
      /wraps itself \(.*ETH over WBETH over ETH.*\)|wraps itself \(.*WBETH over ETH over WBETH.*\)/,
    ],
    [
      'an underlying nobody knows',
      { assets: [{ asset: 'XYZ', nature: { kind: 'wrapped', underlying: 'NEVERHEARD', accrues: false } }] },
      /^asset XYZ wraps NEVERHEARD, which is not in the registry; add an entry for NEVERHEARD$/,
    ],
    [
      'one entry twice',
      { assets: [{ asset: 'XYZ' }, { asset: 'XYZ' }] },
      /^asset XYZ is given twice; merge the two entries$/,
    ],
    [
      'two aliases of one ticker at once',
      {
        assets: [
          { asset: 'XYZ', aliases: [{ venue: 'gate', ticker: 'X', to: '2025-01-02T00:00Z' }] },
          { asset: 'ZYX', aliases: [{ venue: 'gate', ticker: 'X', from: '2025-01-01T23:59Z' }] },
        ],
      },
      /^the ticker X on Gate means XYZ \(always to 2025-01-02T00:00Z\) and ZYX \(2025-01-01T23:59Z to now\) at once; give "venue", "from" and "to"/,
    ],
  ])('is refused in one line for %s', async (_, content, line) => {
    expect(await errorOf(content)).toMatch(line);
  });

  it('takes two aliases of one ticker that meet: the end of one is the beginning of the other', async () => {
    const read = await written({
      assets: [
        { asset: 'XYZ', aliases: [{ venue: 'gate', ticker: 'X', to: '2025-01-02T00:00Z' }] },
        { asset: 'ZYX', aliases: [{ venue: 'gate', ticker: 'X', from: '2025-01-02T00:00Z' }] },
      ],
    });
    expect(read.ok).toBe(true);
  });
});
