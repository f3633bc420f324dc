import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OF_EVERY_DATASET } from '../words/typed';
import { COMMANDS } from './commandTable';

const ROOT = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const inFolder = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);

/** What a newcomer reads. */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inFolder('docs'), ...inFolder('docs/adr')];

interface Line {
  readonly command: string;
  readonly rest: string;
}

const FENCE = /^ *```(\w*)\n(.*?)^ *```$/gms;
const fencesOf = (text: string): readonly string[] => [...text.matchAll(FENCE)].map(([, , body = '']) => body);
const withoutFences = (text: string): string => text.replaceAll(FENCE, '');
const spansOf = (text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll(/\s+/g, ' '));

/** Behind whatever starts it: by npm, as the docs shorten it, by Node, or as the image of a container. */
const STARTED =
  /(?:^|[\s;(])(?:npm run -s plumbline --|plumbline|lib\/launch\/plumbline\.mjs|docker compose run --rm .*?app) +([a-z]+)(?=\s|$)(.*)$/;
/** A remark ends a line; what is quoted (times, texts, addresses) holds no options. */
const bare = (text: string): string => text.replaceAll(/'[^']*'|"[^"]*"/g, '_').replace(/(?:^|\s)#\s.*$/, '');

const started = (text: string): readonly Line[] => {
  const [, command, rest = ''] = STARTED.exec(bare(text)) ?? [];
  return command === undefined ? [] : [{ command, rest }];
};
const optionsIn = (text: string): readonly string[] => [...text.matchAll(/--[a-z][\w-]*/g)].map(([option]) => option);

/** Each command that a page shows whole, fenced or among words. */
const linesOf = (file: string): readonly Line[] => {
  const text = read(file);
  const names = new Set(COMMANDS.map(({ name }) => name));
  const short = spansOf(text).flatMap((span): Line[] => {
    const [, command = '', rest = ''] = /^([a-z]+)( .*--[a-z].*)$/.exec(bare(span)) ?? [];
    return names.has(command) ? [{ command, rest }] : [];
  });
  return [...[...fencesOf(text).flatMap((body) => body.split('\n')), ...spansOf(text)].flatMap(started), ...short];
};

const OPTION = /\b(?:requiredOption|option)\(\s*'(?:-\w, )?(--[a-z][\w-]*)/g;
/** A command's options, from the text of its module: to load all of them would take seconds. */
const optionsOf = (name: string): ReadonlySet<string> => {
  const own = read(`lib/cli/commands/${name}.ts`);
  const shared = own.includes('withQuestion(') ? read('lib/cli/reading/question.ts') : '';
  return new Set(['--help', ...[...`${own}${shared}`.matchAll(OPTION)].map(([, option = '']) => option)]);
};
const OPTIONS = new Map(COMMANDS.map(({ name }) => [name, optionsOf(name)]));
/** Options of other programs, and of the project's scripts, that stand among words by themselves; the benchmarks have theirs. */
const OF_OTHERS = new Set(['--kills', '--seed', '--cases', '--omit', '--project']);

/** What of a line no command takes. */
const unknownIn = ({ command, rest }: Line): readonly string[] => {
  const known = OPTIONS.get(command);
  return known === undefined ? [command] : optionsIn(rest).filter((option) => !known.has(option));
};

describe('the commands that README and docs show', () => {
  it('are found in fences, among words, and in their short forms', () => {
    expect(linesOf('README.md').filter(({ command }) => command === 'ingest').length).toBeGreaterThan(7);
    expect(linesOf('docs/databases.md')).toContainEqual({ command: 'doctor', rest: '' });
    expect(linesOf('docs/operations.md')).toContainEqual({ command: 'prune', rest: ' --keep none' });
  });

  it.each(PAGES)('exist, and so do their options: %s', (file) => {
    expect(
      linesOf(file).flatMap((line) => unknownIn(line).map((word) => `${line.command}${line.rest}: ${word}`)),
    ).toEqual([]);
  });

  it.each(PAGES.filter((file) => file !== 'docs/benchmarks.md'))(
    'have each option that stands by itself among words: %s',
    (file) => {
      const some = new Set([...OF_OTHERS, ...[...OPTIONS.values()].flatMap((of) => [...of])]);
      const single = spansOf(read(file)).filter((span) => span.startsWith('--'));
      expect(single.flatMap(optionsIn).filter((option) => !some.has(option))).toEqual([]);
    },
  );

  // A reader who types them gets what is said, and reads on with the names of his files.
  it.each(PAGES.filter((file) => file !== 'CHANGELOG.md'))('name files as they are typed: %s', (file) => {
    const shown = [...fencesOf(read(file)).flatMap((body) => body.split('\n')), ...spansOf(read(file))];
    expect(shown.filter((text) => /(?<![\w.])[A-Z]\.[a-z]{2,5}\b/.test(text))).toEqual([]);
  });

  it('would not pass with a misspelt command or option', () => {
    const [misspelt, unknown] = [started('npm run -s plumbline -- scan --form T'), started('plumbline skan --from T')];
    expect([...misspelt, ...unknown].flatMap(unknownIn)).toEqual(['--form', 'skan']);
  });

  it('are all in README', () => {
    const shown = new Set(linesOf('README.md').map(({ command }) => command));
    expect(COMMANDS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

/** The commands that pages and answers show among their words, in every language. */
const WORDS = readdirSync(path.join(ROOT, 'lib', 'words'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.test\.|testing/.test(file))
  .map((file) => `lib/words/${file}`);
const saidIn = (text: string): readonly Line[] =>
  [
    ...[...text.matchAll(/`(plumbline [a-z][^`]*?)\\?`/g)].map(([, said = '']) => said),
    ...[...text.matchAll(/\bcodeOf\([`'](.+?)[`']\)/g)].map(([, command = '']) => `plumbline ${command}`),
    ...[...text.matchAll(/\btyped(Ingest|Import)\([`'](.+?)[`']\)/g)].map(
      ([, name = '', rest = '']) => `plumbline ${name.toLowerCase()} ${rest}`,
    ),
  ].flatMap(started);
/** An ingest of assets takes times, or what stands for them. */
const lacksTimes = ({ command, rest }: Line): boolean =>
  command === 'ingest' && /^ +\S+.* --/.test(rest) && !/…|--(?:from|preset|repair|recheck)\b/.test(rest);

describe('the commands that pages and answers show', () => {
  it('exist, with their options, and can be run as they are', () => {
    const lines = WORDS.flatMap((file) => saidIn(read(file)).map((line) => ({ file, line })));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(({ line }) => unknownIn(line).length > 0 || lacksTimes(line))).toEqual([]);
  });

  // Of a rehearsal they would lead to real candles, of which there may be none.
  it('are written so that a rehearsal’s are typed for one', () => {
    const names = COMMANDS.map(({ name }) => name);
    const bound = names.filter((name) => OPTIONS.get(name)?.has('--rehearsal'));
    expect(names.filter((name) => !bound.includes(name)).sort()).toEqual(OF_EVERY_DATASET);
    const plain = new RegExp(`plumbline (?:${bound.join('|')})\\b`);
    // A bundle is read by those who run another instance.
    const ours = WORDS.filter((file) => !/\/help\/|\/listBundle\.ts$/.test(file));
    expect(ours.filter((file) => plain.test(read(file).replaceAll(/\/\*\*.*?\*\/|\/\/.*$/gms, '')))).toEqual([]);
  });

  it.each(PAGES)('take times where they need them, in the docs as well: %s', (file) => {
    expect(linesOf(file).filter(lacksTimes)).toEqual([]);
  });
});

/** The anchors of a page's headings, as they are made of their words where the pages are read. */
const anchorsOf = (file: string): ReadonlySet<string> =>
  new Set(
    [...withoutFences(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

describe('the links of README and docs', () => {
  it.each(PAGES)('lead to files that there are, and to headings in them: %s', (file) => {
    const links = [...withoutFences(read(file)).matchAll(/\]\(([^()\s]+)\)/g)].map(([, to = '']) => to);
    const broken = links
      .filter((to) => !/^(?:https?:|mailto:|\/)/.test(to))
      .filter((to) => {
        const [page = '', anchor] = to.split('#');
        const target = page === '' ? file : path.posix.join(path.posix.dirname(file), page);
        if (!existsSync(path.join(ROOT, target))) return true;
        return anchor !== undefined && !anchorsOf(target).has(anchor);
      });
    expect(broken).toEqual([]);
  });
});

/** A file or folder of the project; a segment in capitals (`VENUE.ts`) stands for many. */
const NAMED_FILE = /^(?:app|components|deploy|lib|prisma|public)\/(?!.*\b[A-Z]{4,}\b)[\w./[\]-]+$/;

describe('the files that README and docs name', () => {
  it.each(PAGES)('are there: %s', (file) => {
    const named = spansOf(read(file)).filter((span) => NAMED_FILE.test(span));
    expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it.each(PAGES)('have what they are said to have: %s', (file) => {
    const claims = [...withoutFences(read(file)).matchAll(/`([A-Za-z_]\w+)` in `([^`\s]+\.(?:ts|tsx|mjs))`/g)];
    expect(claims.filter(([, name = '', at = '']) => !read(at).includes(name)).map(([claim]) => claim)).toEqual([]);
  });
});

describe('the tables of README and docs', () => {
  it.each(PAGES)('have a head, and as many cells in each row: %s', (file) => {
    const blocks = withoutFences(read(file)).match(/(?:^\|.*\n)+/gm) ?? [];
    const cells = (row: string): number => row.match(/(?<!\\)\|/g)?.length ?? NaN;
    const broken = blocks
      .map((block) => block.trimEnd().split('\n'))
      .flatMap(([head = '', rule = '', ...rows]) =>
        /^\|[ :|-]+\|$/.test(rule) ? [rule, ...rows].filter((row) => cells(row) !== cells(head)) : [head],
      );
    expect(broken).toEqual([]);
  });
});
