import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { onStopSignal } from './stopSignal';

let off: () => void = () => undefined;
afterEach(() => {
  off();
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s is heard, and ends nothing by itself', async (name) => {
  const stop = vi.fn();
  // Were nobody to listen, it would end this process.
  const heard = once(process, name);
  off = onStopSignal(stop);
  process.kill(process.pid, name);
  await heard;
  expect(stop).toHaveBeenCalledTimes(1);
});
