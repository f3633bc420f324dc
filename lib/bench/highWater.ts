import { readFileSync } from 'node:fs';

/**
 * The most memory a process ever had, in bytes, as the Linux kernel counts it for this program alone (`getrusage` also
 * counts what the parent had when it began the process). NaN on other systems.
 */
export function highWaterOf(pid: number | 'self'): number {
  if (process.platform !== 'linux') return NaN;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? NaN) * 1024;
}

export const highWater = (): number => highWaterOf('self');
