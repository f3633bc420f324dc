import { setFlagsFromString } from 'node:v8';

/**
 * For a process that brings candles in for hours: from now on its heap grows by half between two collections, where Node as it
 * comes lets it grow to a multiple of what is in use. With the smaller room for what is new that package.json asks for, an
 * ingest holds a third less memory at an eighth less pace (docs/benchmarks.md), and no limit is set that a larger one would break
 * against. A Node without this setting goes on as it was.
 */
export function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
