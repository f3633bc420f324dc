import { readFileSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const packed = promisify(brotliCompress);
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const TYPES = { '.js': 'application/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' };
const PACKED = '.br';
/** The build names these files by their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Writes each script of a build anew, as `rewritten` has it. */
export async function rewriteScripts(folder, rewritten) {
  for (const name of filesIn(folder).filter((name) => extname(name) === '.js')) {
    const file = join(folder, name);
    const script = await readFile(file, 'utf8');
    const own = rewritten(script);
    if (own !== script) await writeFile(file, own);
  }
}

/** Lays beside each script and style of a build the same in brotli, as small as it gets: that takes too long while a reader waits. */
export async function packBuiltFiles(folder) {
  await Promise.all(
    filesIn(folder)
      .filter((name) => extname(name) in TYPES)
      .map(async (name) => {
        const file = join(folder, name);
        await writeFile(`${file}${PACKED}`, await packed(await readFile(file), BEST));
      }),
  );
}

/**
 * Answers requests for the packed files of a build from memory. What it returns says whether the request was for one of them, whole, by a
 * reader that takes brotli; everything else is left to the app.
 */
export function builtFiles(folder, prefix) {
  const bodies = new Map(
    filesIn(folder)
      .filter((name) => name.endsWith(PACKED))
      .map((name) => {
        const plain = name.slice(0, -PACKED.length);
        return [`${prefix}${plain}`, { body: readFileSync(join(folder, name)), type: TYPES[extname(plain)] }];
      }),
  );
  return ({ method, url = '', headers }, response) => {
    const [path] = url.split('?');
    const found = method === 'GET' && headers.range === undefined ? bodies.get(path) : undefined;
    if (found === undefined || !takesBrotli(headers['accept-encoding'])) return false;
    response.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': found.body.length,
      'cache-control': FOR_EVER,
      vary: 'accept-encoding',
    });
    response.end(found.body);
    return true;
  };
}

const takesBrotli = (accepted = '') => /(?:^|[\s,])br(?:\s*,|\s*$|\s*;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i.test(accepted);

/** The names of a folder's files, from there, with slashes. Of a folder that is not there, none. */
export function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      );
  } catch (failure) {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  }
}
