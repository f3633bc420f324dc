import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Not among the packages of the project: with what it needs it is 176 MB, for this benchmark alone. */
const PACKAGE = 'lighthouse@13.5.0';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** How it looks at a page: its own telephone (a slow network, a processor a quarter as fast), or its desk. */
export type Form = 'phone' | 'desk';

/** Out of 100; a category that was not asked for is missing. */
export type Scores = Readonly<Partial<Record<Category, number>>>;

/** Lighthouse could not be had, or did not answer. One line. */
export class NoLighthouse extends Error {}

interface Report {
  readonly categories: Readonly<Partial<Record<Category, { readonly score: number | null }>>>;
}

export const scoresOf = ({ categories }: Report): Scores =>
  Object.fromEntries(
    CATEGORIES.flatMap((category) => {
      const score = categories[category]?.score;
      return typeof score === 'number' ? [[category, Math.round(score * 100)]] : [];
    }),
  );

/** What it says of a run that broke off by itself: the next one may well end. */
const BROKE_OFF = 'Runtime error encountered';

/** One run by npm, which fetches it the first time; a second one where that breaks off. `folder`: for its report. */
export async function lighthouse(...given: Parameters<typeof run>): Promise<Scores> {
  try {
    return await run(...given);
  } catch (failure) {
    if (!(failure instanceof NoLighthouse && failure.message.includes(BROKE_OFF))) throw failure;
    return run(...given);
  }
}

async function run(
  address: string,
  form: Form,
  categories: readonly Category[],
  { folder, chromium }: { readonly folder: string; readonly chromium: string },
): Promise<Scores> {
  const path = join(folder, 'lighthouse.json');
  const child = spawn(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', address, '--quiet'],
      ...['--output=json', `--output-path=${path}`, `--only-categories=${categories.join(',')}`],
      ...(form === 'desk' ? ['--preset=desktop'] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { cwd: folder, env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await once(child, 'close').then(
    ([ended]) => ended as number | null,
    (failure: unknown) => String(failure),
  );
  if (code !== 0) {
    const first = complaint.split('\n').find((line) => line.trim() !== '' && !line.startsWith('npm warn'));
    throw new NoLighthouse(
      `no scores of ${PACKAGE}: npm exec ended with ${String(code)}, ${first ?? 'without a word'}`,
    );
  }
  return scoresOf(JSON.parse(await readFile(path, 'utf8')) as Report);
}
