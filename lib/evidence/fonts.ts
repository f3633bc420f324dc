import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces a picture is set in. Pictures take no font from the machine, so that they are the same on every one. */
const FACES = [
  'geist-sans/Geist-Regular.ttf',
  'geist-sans/Geist-SemiBold.ttf',
  'geist-sans/Geist-Bold.ttf',
  'geist-mono/GeistMono-Regular.ttf',
] as const;

export const SANS = 'Geist';
export const MONO = `${SANS} Mono`;

let found: readonly string[] | undefined;

/**
 * The font files of the package `geist`, as paths. Looked for from this module, then from the working folder, so that it
 * works from a checkout, inside a bundled server, and where the working folder is another. Throws where they are missing.
 */
export function fontFiles(): readonly string[] {
  found ??= candidates()
    .map((folder) => FACES.map((face) => join(/* turbopackIgnore: true */ folder, face)))
    .find((files) => files.every((file) => existsSync(/* turbopackIgnore: true */ file)));
  if (found === undefined)
    throw new Error('the fonts of pictures are missing: the package geist was not found; run npm install');
  return found;
}

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
