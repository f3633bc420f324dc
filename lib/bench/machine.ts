import { cpus, loadavg } from 'node:os';

/** What a figure depends on besides the code. A load above the number of cores means that other programs ran too. */
export function machine(): string {
  const cores = cpus();
  const load = loadavg()
    .map((average) => average.toFixed(1))
    .join(', ');
  return `${new Date().toISOString().slice(0, 10)}; ${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}, Node ${process.versions.node}; load of the last 1, 5, 15 minutes: ${load}`;
}
