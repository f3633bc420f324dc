import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language, OtherLanguage } from '../words/languages';

/** The faces a picture is set in. Pictures take no font from the machine, so that they are the same on every one. */
const FACES = [
  'geist-sans/Geist-Regular.ttf',
  'geist-sans/Geist-SemiBold.ttf',
  'geist-sans/Geist-Bold.ttf',
  'geist-mono/GeistMono-Regular.ttf',
] as const;

export const SANS = 'Geist';
export const MONO = `${SANS} Mono`;

/** The faces of signs that those lack, for each language that has them; in `public/fonts`, described in docs/fonts.md. */
const OTHER_FACES: Readonly<Record<OtherLanguage, readonly string[]>> = {
  ko: ['NotoSansKR-400.ttf', 'NotoSansKR-700.ttf'],
  'zh-Hant': ['NotoSansTC-400.ttf', 'NotoSansTC-700.ttf'],
  'zh-Hans': ['NotoSansSC-400.ttf', 'NotoSansSC-700.ttf'],
};

/** Letters that Geist joins in one sign. */
const JOINED = /f(?=[fil])|t(?=t)/g;
const NON_JOINER = '\u200c';

/**
 * An SVG in whose texts no two letters are joined in one sign (the "fi" of Bitfinex). Where a face joins some, resvg does not look for what that
 * face lacks: it draws a box for each sign of another language. English lacks nothing, and keeps its joined letters.
 */
export const withPartedLetters = (svg: string, language: Language): string =>
  language === 'en' ? svg : svg.replace(/(?<=<text\b[^>]*>)[^<]+/g, (text) => text.replace(JOINED, `$&${NON_JOINER}`));

const found = new Map<Language, readonly string[]>();

/**
 * The font files of a language, as paths: those of the package `geist`, and behind them those of its own signs. Looked for from this module, then
 * from the working folder, so that it works from a checkout, inside a bundled server, and where the working folder is another. Throws where they
 * are missing.
 */
export function fontFiles(language: Language = 'en'): readonly string[] {
  const known = found.get(language);
  // Packages that are installed anew under a running server take them away, and may bring them back elsewhere.
  if (known?.every(isThere) === true) return known;
  const files = [...latinFiles(), ...(language === 'en' ? [] : ownFiles(language))];
  found.set(language, files);
  return files;
}

const isThere = (file: string): boolean => existsSync(/* turbopackIgnore: true */ file);

/** resvg passes over a file that is not there, and draws its words as nothing: a picture without a word, SIMULATED among them. */
export function thoseThere(files: readonly string[]): readonly string[] {
  const gone = files.find((file) => !isThere(file));
  if (gone !== undefined) throw new Error(`the fonts of pictures are missing: ${gone} is not there; run npm install`);
  return files;
}

function latinFiles(): readonly string[] {
  const files = filesIn(candidates(), FACES);
  if (files === undefined)
    throw new Error('the fonts of pictures are missing: the package geist was not found; run npm install');
  return files;
}

function ownFiles(language: OtherLanguage): readonly string[] {
  const files = filesIn(ownFolders(), OTHER_FACES[language]);
  if (files === undefined)
    throw new Error(`the fonts of pictures in ${language} are missing: restore the folder public/fonts`);
  return files;
}

const filesIn = (folders: readonly string[], names: readonly string[]): readonly string[] | undefined =>
  folders
    .map((folder) => names.map((name) => join(/* turbopackIgnore: true */ folder, name)))
    .find((all) => all.every(isThere));

const ownFolders = (): readonly string[] =>
  [/* turbopackIgnore: true */ process.cwd(), ...foldersAbove(/* turbopackIgnore: true */ process.cwd())].map(
    (folder) => join(/* turbopackIgnore: true */ folder, 'public', 'fonts'),
  );

function candidates(): readonly string[] {
  // A bundler must not take these for a wish to ship the whole folder.
  const starts = [import.meta.url, join(/* turbopackIgnore: true */ process.cwd(), 'package.json')];
  const resolved = starts.flatMap((start) => {
    try {
      return [join(dirname(createRequire(start).resolve('geist/font/sans')), 'fonts')];
    } catch {
      // Not reachable from there: the next start, or the walk below.
      return [];
    }
  });
  return [
    ...resolved,
    ...foldersAbove(/* turbopackIgnore: true */ process.cwd()).map((folder) =>
      join(/* turbopackIgnore: true */ folder, 'node_modules', 'geist', 'dist', 'fonts'),
    ),
  ];
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
