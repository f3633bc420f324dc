import { readFile } from 'node:fs/promises';

/** Node's hook, in its thread: the text of a package's own module, unless it is none of plain JavaScript. */
export async function load(url, context, next) {
  const { pathname } = new URL(url);
  if (context.format !== 'module' || !/\/node_modules\/.*\.m?js$/.test(pathname)) return next(url, context);
  return { format: 'module', source: await readFile(new URL(pathname, 'file:')), shortCircuit: true };
}
