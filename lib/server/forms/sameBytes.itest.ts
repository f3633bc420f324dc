import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../store/testing/testDatabase';
import { ownSigner } from '../keys/keyring';
import { refreshEpisodes } from '../scan/refresh';
import { mixedQuotes } from '../testing/mixedQuotes';

const root = join(import.meta.dirname, '../../..');
let databases: readonly FreshDatabase[] = [];
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'plumbline bytes '));
  databases = [await mixedQuotes('rehearsal'), await mixedQuotes('real')];
  // Whoever comes first would store them, and make a key.
  for (const database of databases) await refreshEpisodes(database);
  await ownSigner({ PLUMBLINE_HOME: home });
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  for (const database of databases) await database.drop();
});

/** The lines that a process says of its files, set to a time zone and a locale. */
async function saidIn(zone: string, locale: string): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(root, 'lib/launch/typescript.mjs')).href,
      join(import.meta.dirname, 'testing/sixtyViews.ts'),
      ...databases.map(({ url }) => url),
    ],
    {
      env: {
        ...process.env,
        TZ: zone,
        LANG: locale,
        LC_ALL: locale,
        PLUMBLINE_HOME: home,
        PLUMBLINE_ORIGIN: 'https://plumbline.example',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [said, faults] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(faults);
  return said.trimEnd().split('\n');
}

describe('sixty views, made by two processes in two time zones and two locales', () => {
  it('are the same files to the byte', async () => {
    const [east, west] = await Promise.all([
      saidIn('Pacific/Kiritimati', 'ko_KR.UTF-8'),
      saidIn('America/St_Johns', 'de_DE.UTF-8'),
    ]);
    const [eastIs, ...eastFiles] = east;
    const [westIs, ...westFiles] = west;
    // What a time and a figure are where nobody says in which zone and language: the two processes do differ.
    expect(eastIs).toMatch(/^2025\. 10\. 11\. .* 1,234\.5$/);
    expect(westIs).toMatch(/^10\.10\.2025, .* 1\.234,5$/);
    // Sixty pictures and tables each, a bundle of every thirtieth, and seven lists in two databases and four forms.
    // Each of the lists has a picture, as PNG and as SVG, and a bundle.
    expect(eastFiles).toHaveLength(60 * 6 + 2 + 7 * 2 * 4 + 7 * 2 * 2 + 7 * 2);
    expect(new Set(eastFiles.map((line) => line.split(' ')[1])).size).toBeGreaterThan(60 * 6);
    expect(eastFiles.filter((line, i) => line !== westFiles[i])).toEqual([]);
    expect(westFiles).toHaveLength(eastFiles.length);
  });
});
