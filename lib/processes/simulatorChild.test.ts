import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startSimulatorChild } from './simulatorChild';

/** The children of this process that run the simulator, and the group of each (proc(5): behind the name in brackets stand state, parent, group). */
const simulators = (): readonly { readonly pid: number; readonly group: number }[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent, group] = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        const isOurs =
          parent === process.pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('simulator.mjs');
        return isOurs ? [{ pid: Number(name), group: group ?? NaN }] : [];
      } catch {
        return [];
      }
    });

it.runIf(process.platform === 'linux')(
  'the simulator is in a group of its own, so that a stop at the keyboard leaves it to its parent from its first moment on',
  async () => {
    const child = await startSimulatorChild();
    try {
      const found = simulators();
      expect(found).toHaveLength(1);
      for (const { pid, group } of found) expect(group).toBe(pid);
    } finally {
      await child.close();
    }
    expect(simulators()).toEqual([]);
  },
);
