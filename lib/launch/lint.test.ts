import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '..', '..');
const OXLINT = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
const CONFIG = z.looseObject({
  jsPlugins: z.array(z.union([z.string(), z.object({ name: z.string(), specifier: z.string() })])),
  options: z.looseObject({}),
});
const REPORT = z.object({
  diagnostics: z.array(z.object({ code: z.optional(z.string()), message: z.string(), filename: z.string() })),
});

/** The project's rules for a tree elsewhere: its own are loaded from here, and none needs types. */
function configElsewhere(): string {
  const { resolve } = createRequire(join(ROOT, 'package.json'));
  const config = CONFIG.parse(JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')));
  const jsPlugins = config.jsPlugins.map((plugin) =>
    typeof plugin === 'string' ? resolve(plugin) : { ...plugin, specifier: resolve(plugin.specifier) },
  );
  return JSON.stringify({ ...config, jsPlugins, options: { ...config.options, typeAware: false, typeCheck: false } });
}

/** The file that a text is planted in: one of its own, beside that of the name. */
const fileOf = (file: string, at: string): string => file.replace('planted', `planted${at}`);

let folder: string;
/** The rules that refuse something in each file. */
const refused = new Map<string, string[]>();
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-lint-')));
  writeFileSync(join(folder, '.oxlintrc.json'), configElsewhere());
  const planted = [
    ...REFUSED.map(([, file, text], i) => [fileOf(file, `Refused${String(i)}`), text] as const),
    ...PASSING.map(([, file, text], i) => [fileOf(file, `Passing${String(i)}`), text] as const),
  ];
  for (const [file, text] of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  // It ends with code 1 where something is refused; what it printed says what.
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, [OXLINT, '--format', 'json', '.'], { cwd: folder }, (_, stdout) => {
      resolve(stdout);
    });
  });
  for (const { filename, code, message } of REPORT.parse(JSON.parse(printed)).diagnostics) {
    const file = relative(folder, join(folder, filename));
    refused.set(file, [...(refused.get(file) ?? []), code ?? message]);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** File, what is planted in it, and the rule that must name it. */
const REFUSED: readonly (readonly [string, string, string, string])[] = [
  [
    'a number stands for a hole, by ??',
    'lib/charts/planted.ts',
    'export const low = (x?: number): number => x ?? 0;',
    'refused(holes)',
  ],
  [
    'a number stands for a hole, by ||',
    'components/planted.tsx',
    'export const low = (x?: number): number => x || 0;',
    'refused(holes)',
  ],
  [
    'a component joins a list itself',
    'components/planted.tsx',
    "export const list = (names: readonly string[]): string => names.join(', ');",
    'refused(joins)',
  ],
  [
    'a component joins clauses in a text',
    'components/planted.tsx',
    'export const both = (a: string, b: string): string => `${a}; ${b}`;',
    'refused(joins)',
  ],
  [
    'a page joins links',
    'app/planted.tsx',
    'export const Two = () => (<p><a>{name}</a>;{space}<a>{name}</a></p>);',
    'refused(joins)',
  ],
  [
    'a line is drawn across missing minutes',
    'lib/charts/planted.ts',
    "export const line = { type: 'line', connectNulls: true };",
    'refused(holes)',
  ],
  [
    'a number is put where a hole was',
    'lib/charts/planted.ts',
    'export function low(x?: number): number {\n  x ??= 0;\n  return x;\n}',
    'refused(holes)',
  ],
  [
    'a minus zero stands for a hole',
    'lib/charts/planted.ts',
    'export const low = (x?: number): number => x ?? -0;',
    'refused(holes)',
  ],
  [
    'a quoted key draws across missing minutes',
    'lib/charts/planted.ts',
    "export const line = { type: 'line', 'connectNulls': true };",
    'refused(holes)',
  ],
  ['the analysis asks for today', 'lib/analysis/planted.ts', 'export const now = new Date();', 'refused(clocks)'],
  [
    'the analysis fills a hole',
    'lib/analysis/planted.ts',
    'export const low = (x?: number): number => x ?? 0;',
    'refused(holes)',
  ],
  [
    'the analysis reads a clock',
    'lib/analysis/planted.ts',
    'export const now = (): number => Date.now();',
    'eslint(no-restricted-properties)',
  ],
  [
    'a permalink reads a clock',
    'lib/permalink/planted.ts',
    'export const now = (): number => Date.now();',
    'eslint(no-restricted-properties)',
  ],
  [
    'the analysis measures time',
    'lib/analysis/planted.ts',
    'export const now = (): number => performance.now();',
    'eslint(no-restricted-globals)',
  ],
  [
    'a chart looks at the process',
    'lib/charts/planted.ts',
    "export const home = process.env['HOME'];",
    'eslint(no-restricted-globals)',
  ],
  [
    'a sentence for people is outside lib/words',
    'lib/server/planted.ts',
    'export const refusal = (asset: string): string => `no data for ${asset}`;',
    'words(outside)',
  ],
  [
    'a page holds a sentence',
    'components/planted.tsx',
    'export const Empty = () => <p>Nothing yet</p>;',
    'words(outside)',
  ],
  [
    'a page names a button itself',
    'app/planted.tsx',
    'export const Close = () => <button aria-label="Close" />;',
    'words(outside)',
  ],
  [
    'markup holds a sentence',
    'lib/cli/planted.ts',
    'export const svg = \'<text x="0">no data here</text>\';',
    'words(outside)',
  ],
  [
    'an address is read outside its room',
    'lib/server/planted.ts',
    "export const asset = (url: URL): string | null => url.searchParams.get('asset');",
    'addresses(outside)',
  ],
  [
    'a page reads an address',
    'app/planted.ts',
    'export const read = (text: string): URLSearchParams => new URLSearchParams(text);',
    'addresses(outside)',
  ],
  [
    'an address is decoded outside its room',
    'lib/client/planted.ts',
    'export const minute = (segment: string): string => decodeURIComponent(segment);',
    'addresses(outside)',
  ],
  [
    'an address is cut by hand',
    'components/planted.ts',
    "export const query = (href: string): string | undefined => href.split('?')[1];",
    'addresses(outside)',
  ],
  [
    'a constant of the method is declared again',
    'lib/server/planted.ts',
    'export const RATE_MARGIN = 3;',
    'method(constants)',
  ],
  [
    'a list of the method is written again, under another name',
    'components/planted.ts',
    "export const USUAL_QUOTES = ['USD', 'USDT', 'USDC'];",
    'method(constants)',
  ],
  [
    'the bases of the rates are written again where they are used',
    'lib/ingest/planted.ts',
    "export const isBase = (base: string): boolean => ['BTC', 'ETH'].includes(base);",
    'method(constants)',
  ],
  [
    'the factor of the dispersion is written again',
    'lib/analysis/planted.ts',
    'export const sigma = (mad: number): number => 1.4826 * mad;',
    'method(constants)',
  ],
  [
    'a question of the page asks anew what it was asked',
    'lib/client/planted.tsx',
    "import { useQuery } from '@tanstack/react-query';\nexport const useDay = (day: string, read: (day: string) => Promise<number>): unknown =>\n  useQuery({ queryKey: ['day'], queryFn: () => read(day) });",
    '@tanstack/query(exhaustive-deps)',
  ],
  ['the launcher names what there is not', 'lib/launch/planted.mjs', 'export const home = here();', 'eslint(no-undef)'],
  ['the launcher names what it does not use', 'lib/launch/planted.mjs', 'const home = 1;', 'eslint(no-unused-vars)'],
  [
    'a rule is put off where nothing breaks it',
    'lib/server/planted.ts',
    '// eslint-disable-next-line words/outside -- read by programs\nexport const one = 1;',
    'Unused eslint-disable directive (no problems were reported).',
  ],
];
/** What looks like it and is allowed. */
const PASSING: readonly (readonly [string, string, string])[] = [
  ['NaN as the hole', 'lib/charts/planted.ts', 'export const low = (x?: number): number => x ?? NaN;'],
  [
    'lines that break at missing minutes',
    'lib/charts/planted.ts',
    "export const line = { type: 'line', connectNulls: false };",
  ],
  [
    "the second reading's own constants",
    'lib/analysis/testing/planted.ts',
    'export const sigma = (mad: number): number => 1.4826 * mad;',
  ],
  [
    'a list in another order, a like number',
    'lib/server/planted.ts',
    "export const others = [['ETH', 'BTC'], 1.482, 3, 0.02];",
  ],
  ['a broken promise', 'lib/server/planted.ts', "export const broken = new RangeError('not a minute of the day');"],
  ['SQL', 'lib/server/planted.ts', "export const sql = 'SELECT venue FROM market';"],
  ['a sentence in lib/words', 'lib/words/en/planted.ts', "export const EMPTY = 'No data yet.';"],
  ['class names', 'components/planted.tsx', 'export const Box = () => <div className="flex grow" />;'],
  ['a sign', 'components/planted.tsx', 'export const Less = () => <b>&lt;</b>;'],
  ['what is typed', 'app/planted.tsx', 'export const Start = () => <code>npm start</code>;'],
  [
    'an address in its room',
    'lib/permalink/planted.ts',
    'export const read = (text: string): URLSearchParams => new URLSearchParams(text);',
  ],
  ['a clock at the edge', 'lib/server/planted.ts', 'export const now = (): number => Date.now();'],
  ['a clock in a test of the analysis', 'lib/analysis/planted.test.ts', 'export const now = (): number => Date.now();'],
];

describe('the lint rules refuse that', () => {
  it.each(REFUSED.map(([what, file, , rule], i) => [what, fileOf(file, `Refused${String(i)}`), rule] as const))(
    '%s',
    (_, file, rule) => {
      expect(refused.get(file)).toEqual([rule]);
    },
  );
});

describe('the lint rules let pass', () => {
  it.each(PASSING.map(([what, file], i) => [what, fileOf(file, `Passing${String(i)}`)] as const))('%s', (_, file) => {
    expect(refused.get(file)).toBeUndefined();
  });
});
