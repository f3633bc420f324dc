import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';

// Given to Node's --import: writes the address of every module that the process loads into the file that PLUMBLINE_LOADED names. It is
// its own hook.
const file = process.env.PLUMBLINE_LOADED;
const note = (address) => {
  if (file !== undefined) appendFileSync(file, `${address}\n`);
};

export function load(address, context, next) {
  note(address);
  return next(address, context);
}

const IS_HOOK = '?hook';
if (!import.meta.url.endsWith(IS_HOOK)) {
  register(`${import.meta.url}${IS_HOOK}`);
  process.once('exit', () => {
    Object.keys(createRequire(import.meta.url).cache).forEach(note);
  });
}
