import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

const eslint = new ESLint({ cwd: ROOT });

/** The rules that refuse a text in a file of that name. */
async function refusing(file: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(ROOT, file) });
  if (result === undefined) throw new Error(`${file} is not linted at all`);
  return result.messages.map(({ ruleId, severity, message }) => (severity === 2 ? ruleId : message));
}

describe('the lint rules refuse that', () => {
  it.each([
    [
      'a number stands for a hole, by ??',
      'lib/charts/planted.ts',
      'export const low = (x?: number): number => x ?? 0;',
      'no-restricted-syntax',
    ],
    [
      'a number stands for a hole, by ||',
      'components/planted.tsx',
      'export const low = (x?: number): number => x || 0;',
      'no-restricted-syntax',
    ],
    [
      'a component joins a list itself',
      'components/planted.tsx',
      "export const list = (names: readonly string[]): string => names.join(', ');",
      'no-restricted-syntax',
    ],
    [
      'a component joins clauses in a text',
      'components/planted.tsx',
      'export const both = (a: string, b: string): string => `${a}; ${b}`;',
      'no-restricted-syntax',
    ],
    [
      'a page joins links',
      'app/planted.tsx',
      'export const Two = () => (<p><a>{name}</a>;{space}<a>{name}</a></p>);',
      'no-restricted-syntax',
    ],
    [
      'a line is drawn across missing minutes',
      'lib/charts/planted.ts',
      "export const line = { type: 'line', connectNulls: true };",
      'no-restricted-syntax',
    ],
    [
      'a number is put where a hole was',
      'lib/charts/planted.ts',
      'export function low(x?: number): number {\n  x ??= 0;\n  return x;\n}',
      'no-restricted-syntax',
    ],
    [
      'a minus zero stands for a hole',
      'lib/charts/planted.ts',
      'export const low = (x?: number): number => x ?? -0;',
      'no-restricted-syntax',
    ],
    [
      'a quoted key draws across missing minutes',
      'lib/charts/planted.ts',
      "export const line = { type: 'line', 'connectNulls': true };",
      'no-restricted-syntax',
    ],
    [
      'the analysis asks for today',
      'lib/analysis/planted.ts',
      'export const now = new Date();',
      'no-restricted-syntax',
    ],
    [
      'the analysis fills a hole',
      'lib/analysis/planted.ts',
      'export const low = (x?: number): number => x ?? 0;',
      'no-restricted-syntax',
    ],
    [
      'the analysis reads a clock',
      'lib/analysis/planted.ts',
      'export const now = (): number => Date.now();',
      'no-restricted-properties',
    ],
    [
      'a permalink reads a clock',
      'lib/permalink/planted.ts',
      'export const now = (): number => Date.now();',
      'no-restricted-properties',
    ],
    [
      'the analysis measures time',
      'lib/analysis/planted.ts',
      'export const now = (): number => performance.now();',
      'no-restricted-globals',
    ],
    [
      'a chart looks at the process',
      'lib/charts/planted.ts',
      "export const home = process.env['HOME'];",
      'no-restricted-globals',
    ],
    [
      'a sentence for people is outside lib/words',
      'lib/server/planted.ts',
      'export const refusal = (asset: string): string => `no data for ${asset}`;',
      'words/outside',
    ],
    [
      'a page holds a sentence',
      'components/planted.tsx',
      'export const Empty = () => <p>Nothing yet</p>;',
      'words/outside',
    ],
    [
      'a page names a button itself',
      'app/planted.tsx',
      'export const Close = () => <button aria-label="Close" />;',
      'words/outside',
    ],
    [
      'markup holds a sentence',
      'lib/cli/planted.ts',
      'export const svg = \'<text x="0">no data here</text>\';',
      'words/outside',
    ],
    [
      'an address is read outside its room',
      'lib/server/planted.ts',
      "export const asset = (url: URL): string | null => url.searchParams.get('asset');",
      'addresses/outside',
    ],
    [
      'a page reads an address',
      'app/planted.ts',
      'export const read = (text: string): URLSearchParams => new URLSearchParams(text);',
      'addresses/outside',
    ],
    [
      'an address is decoded outside its room',
      'lib/client/planted.ts',
      'export const minute = (segment: string): string => decodeURIComponent(segment);',
      'addresses/outside',
    ],
    [
      'an address is cut by hand',
      'components/planted.ts',
      "export const query = (href: string): string | undefined => href.split('?')[1];",
      'addresses/outside',
    ],
    [
      'a constant of the method is declared again',
      'lib/server/planted.ts',
      'export const RATE_MARGIN = 3;',
      'method/constants',
    ],
    [
      'a list of the method is written again, under another name',
      'components/planted.ts',
      "export const USUAL_QUOTES = ['USD', 'USDT', 'USDC'];",
      'method/constants',
    ],
    [
      'the bases of the rates are written again where they are used',
      'lib/ingest/planted.ts',
      "export const isBase = (base: string): boolean => ['BTC', 'ETH'].includes(base);",
      'method/constants',
    ],
    [
      'the factor of the dispersion is written again',
      'lib/analysis/planted.ts',
      'export const sigma = (mad: number): number => 1.4826 * mad;',
      'method/constants',
    ],
  ])('%s', async (_, file, text, rule) => {
    expect(await refusing(file, text)).toEqual([rule]);
  });
});

describe('the lint rules let pass', () => {
  it.each([
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
    ['what is typed', 'app/planted.tsx', 'export const Start = () => <code>npm start</code>;'],
    [
      'an address in its room',
      'lib/permalink/planted.ts',
      'export const read = (text: string): URLSearchParams => new URLSearchParams(text);',
    ],
    ['a clock at the edge', 'lib/server/planted.ts', 'export const now = (): number => Date.now();'],
    [
      'a clock in a test of the analysis',
      'lib/analysis/planted.test.ts',
      'export const now = (): number => Date.now();',
    ],
  ])('%s', async (_, file, text) => {
    expect(await refusing(file, text)).toEqual([]);
  });
});
