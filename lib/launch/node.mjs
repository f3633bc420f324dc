import { nodeTooOld } from './words.mjs';

/** Node 20.19 is the oldest that Next 16 and Prisma 7 run on. */
const LEAST = [20, 19];

/** Ends the process with one line when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  process.stderr.write(`${nodeTooOld(LEAST.join('.'), process.versions.node)}\n`);
  process.exit(2);
}
