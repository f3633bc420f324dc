import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
let both: readonly [Maker, Maker];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'plumbline bytes '));
  databases = [await mixedQuotes('rehearsal'), await mixedQuotes('real')];
  // Whoever comes first would store them, and make a key.
  for (const database of databases) await refreshEpisodes(database);
  await ownSigner({ PLUMBLINE_HOME: home });
  both = [makerIn('Pacific/Kiritimati', 'ko_KR.UTF-8'), makerIn('America/St_Johns', 'de_DE.UTF-8')];
});
afterAll(async () => {
  for (const { child } of both) child.kill();
  rmSync(home, { recursive: true, force: true });
  for (const database of databases) await database.drop();
});

/** A process that makes files, and says a line of each. */
interface Maker {
  readonly child: ChildProcess;
  /** Its next lines, once it has said so many; fewer: it has ended. Throws what went wrong in it. */
  readonly said: (lines: number) => Promise<readonly string[]>;
}

/** One that is set to a time zone and a locale. */
function makerIn(zone: string, locale: string): Maker {
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
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const [faults, closed] = [text(child.stderr), once(child, 'close')];
  const said = async (count: number): Promise<readonly string[]> => {
    const out: string[] = [];
    while (out.length < count) {
      const next = await lines.next();
      if (next.done === true) break;
      out.push(next.value);
    }
    if (out.length < count) {
      await closed;
      if (child.exitCode !== 0) throw new Error(await faults);
    }
    return out;
  };
  return { child, said };
}

/** The next lines of both. */
const saidByBoth = (lines: number): Promise<readonly (readonly string[])[]> =>
  Promise.all(both.map((maker) => maker.said(lines)));

const VIEWS = 60;
/** Of each a picture and five forms more. */
const FILES = 6;
const BUNDLED_EACH = 30;
/** So many views a test: each of them takes long. */
const AT_ONCE = 15;
/** Seven in two databases: each in four forms of data, as PNG and as SVG, and as a bundle. */
const OF_LISTS = 7 * 2 * (4 + 2 + 1);

describe('sixty views, made by two processes in two time zones and two locales', () => {
  const files: string[] = [];

  it('while the two do differ: in what a time and a figure are where nobody says in which zone and language', async () => {
    const [east, west] = await saidByBoth(1);
    expect(east).toEqual([expect.stringMatching(/^2025\. 10\. 11\. .* 1,234\.5$/)]);
    expect(west).toEqual([expect.stringMatching(/^10\.10\.2025, .* 1\.234,5$/)]);
  });

  it.each([
    ...Array.from({ length: VIEWS / AT_ONCE }, (_, i) => {
      const bundles = (AT_ONCE * i) % BUNDLED_EACH === 0 ? 1 : 0;
      return [`views from ${String(AT_ONCE * i)}`, AT_ONCE * FILES + bundles] as const;
    }),
    ['lists', OF_LISTS] as const,
  ])('are the same files to the byte: %s', async (_, lines) => {
    const [east = [], west = []] = await saidByBoth(lines);
    expect(east).toHaveLength(lines);
    expect(east.filter((line, i) => line !== west[i])).toEqual([]);
    expect(west).toHaveLength(lines);
    files.push(...east);
  });

  it('are so many different files, and no more', async () => {
    expect(await saidByBoth(1)).toEqual([[], []]);
    expect(new Set(files.map((line) => line.split(' ')[1])).size).toBeGreaterThan(VIEWS * FILES);
  });
});
