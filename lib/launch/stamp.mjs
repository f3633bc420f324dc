import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps.mjs';

function* filesBelow(path) {
  const info = statSync(path);
  if (!info.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** SHA-256 over the names and contents of everything below the given paths (relative to the checkout); absent ones count as absent. */
export function fingerprint(paths, skip = () => false) {
  const hash = createHash('sha256').update(process.versions.modules).update(process.platform).update(process.arch);
  for (const path of paths) {
    const whole = join(root, path);
    if (!existsSync(whole)) {
      hash.update(`absent ${path}\n`);
      continue;
    }
    for (const file of filesBelow(whole)) {
      const name = file.slice(root.length);
      if (!skip(name)) hash.update(name).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Whether the stamp file holds exactly this print. */
export const isStamped = (file, print) =>
  existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === print;

export function stamp(file, print) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), print);
}

export const unstamp = (file) => {
  rmSync(join(root, file), { force: true });
};
