// Writes the database client of prisma/schema.prisma into lib/store/generated, without a network and without a database.
// Does nothing, in milliseconds, while the schema and Prisma's version are those of the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientNotGenerated } from './words.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const generated = path.join(root, 'lib', 'store', 'generated');
const stamp = path.join(generated, '.stamp');
const prismaFolder = path.join(root, 'node_modules', 'prisma');

/** What the client is made from: the schema, the configuration and Prisma's own version. */
function fingerprint() {
  const hash = createHash('sha256');
  const parts = [
    path.join(root, 'prisma', 'schema.prisma'),
    path.join(root, 'prisma.config.ts'),
    path.join(prismaFolder, 'package.json'),
  ];
  for (const part of parts) hash.update(readFileSync(part)).update('\0');
  return hash.digest('hex');
}

/** Whether the client is that of the schema and of Prisma's version. */
export const isClientGenerated = () => isOf(fingerprint());
const isOf = (wanted) =>
  existsSync(path.join(generated, 'client.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Throws one line, with Prisma's output after it, when the client cannot be written. */
export function generateClient() {
  const wanted = fingerprint();
  if (isOf(wanted)) return;
  const run = spawnSync(process.execPath, [path.join(prismaFolder, 'build', 'index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (run.status !== 0) {
    throw new Error(clientNotGenerated(run.error?.message ?? `${run.stdout}${run.stderr}`));
  }
  writeFileSync(stamp, wanted);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    generateClient();
  } catch (failure) {
    console.error(failure.message);
    process.exitCode = 1;
  }
}
