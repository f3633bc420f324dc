import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** OWASP ASVS 5.0.0, level 1, as its own list numbers them. */
const LEVEL_1 = `
1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1
2.1.1 2.2.1 2.2.2 2.3.1
3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3
4.1.1 4.4.1
5.2.1 5.2.2 5.3.1 5.3.2
6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2
7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2
8.1.1 8.2.1 8.2.2 8.3.1
9.1.1 9.1.2 9.1.3 9.2.1
10.4.1 10.4.2 10.4.3 10.4.4 10.4.5
11.3.1 11.3.2 11.4.1
12.1.1 12.2.1 12.2.2
13.4.1
14.2.1 14.3.1
15.1.1 15.2.1 15.3.1`
  .trim()
  .split(/\s+/);

const PAGE = read('docs/security.md');
/** Cells of a table's row, without the first and last mark. */
const rows = PAGE.split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) =>
    line
      .split(' | ')
      .map((cell) => cell.replace(/^\| /, '').replace(/ \|$/, ''))
      .map((cell) => cell.trim()),
  );

/** Every file of ours that is more than a test. */
const SOURCES = ['app', 'components', 'lib', 'proxy.ts', 'next.config.ts', 'instrumentation.ts'].flatMap((place) =>
  place.includes('.')
    ? [place]
    : readdirSync(path.join(ROOT, place), { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(place, ...file.split(path.sep)))
        .filter(
          (file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.(?:test|itest|spec)\.|\/(?:testing|generated)\//.test(file),
        ),
);
const withPattern = (pattern: RegExp): readonly string[] => SOURCES.filter((file) => pattern.test(read(file)));

describe('docs/security.md', () => {
  it('has each of the 70 requirements once, in order', () => {
    expect(LEVEL_1).toHaveLength(70);
    expect(rows.map(([number]) => number)).toEqual(LEVEL_1);
  });

  it.each(rows)(
    'says of %s (%s) whether it is met, and how: %s',
    (_, short = '', verdict = '', where = '', ...more) => {
      expect(more).toEqual([]);
      expect(short.length).toBeGreaterThan(5);
      expect(verdict).toMatch(/^(?:met|n\/a|not met: .+)$/);
      // What is met without a test is documentation.
      if (verdict === 'met' && !where.startsWith('this page') && where !== 'above')
        expect(where).toMatch(/`[\w/.-]+\.(?:test|itest|spec)\.ts`/);
      expect(where.length).toBeGreaterThan(4);
    },
  );

  it('names no file that there is not', () => {
    const files = [...PAGE.matchAll(/`((?:app|lib|deploy|components)\/[^`\s]*)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const links = [...PAGE.matchAll(/\]\(([\w-]+\.md)(?:#[\w-]+)?\)/g)].map(([, file = '']) => file);
    expect(links.filter((file) => !existsSync(path.join(ROOT, 'docs', file)))).toEqual([]);
  });

  it('quotes no test that there is not', () => {
    const quoted = [...PAGE.matchAll(/`(lib\/[^`\s]+)`[^`“|]*“([^”]+)”/g)].filter(([, file = '']) =>
      /\.(?:test|itest)\./.test(file),
    );
    expect(quoted.length).toBeGreaterThan(0);
    for (const [, file = '', name = ''] of quoted) expect(read(file), file).toContain(name);
  });
});

describe('what the page says of the code', () => {
  it('every route takes GET, and nothing else', () => {
    const routes = SOURCES.filter((file) => file.endsWith('/route.ts'));
    expect(routes.length).toBeGreaterThan(30);
    for (const file of routes)
      expect(read(file), file).not.toMatch(/export (?:const|async function|function) (?:POST|PUT|PATCH|DELETE)\b/);
    expect(withPattern(/^\s*['"]use server['"]/m)).toEqual([]);
  });

  it('no text is run as a program, and no program through a shell', () => {
    expect(
      withPattern(
        /\beval\(|\bnew Function\(|\bshell: true\b|\bexecSync\(|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/,
      ),
    ).toEqual([]);
  });

  it('no XML is read', () => {
    expect(withPattern(/\bDOMParser\b|responseXML|parseFromString/)).toEqual([]);
    expect(read('package.json')).not.toMatch(/"(?:fast-xml-parser|xml2js|@xmldom\/xmldom|libxmljs2?|sax|saxes)"/);
  });

  it('no cookie is set', () => {
    expect(withPattern(/document\.cookie|set-cookie|\bcookies\(\)/i)).toEqual([]);
  });

  it('no certificate goes unchecked, and no old TLS is allowed', () => {
    expect(
      withPattern(/rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED|TLSv1(?:\.1)?['"]|tls-min-v1\.[01]/),
    ).toEqual([]);
  });
});
