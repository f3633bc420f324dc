import { readFileSync } from 'node:fs';

/**
 * The most memory this process ever held, in bytes, as the Linux kernel counts it for this program alone (`getrusage` also
 * counts what the parent held when it began the process). NaN on other systems.
 */
export function highWater(): number {
  if (process.platform !== 'linux') return NaN;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes ?? NaN) * 1024;
}
