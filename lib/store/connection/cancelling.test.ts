import { once } from 'node:events';
import { expect, it } from 'vitest';
import { cancelling, cancelSignal } from './cancelling';

it('work may wait for dozens of things at once, and the log says nothing of a leak', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  cancelling(new AbortController().signal, () => {
    for (let thing = 0; thing < 24; thing += 1) cancelSignal()?.addEventListener('abort', () => undefined);
  });
  // Warnings are told in the order they are made: once one that is made after them has come, all have.
  process.emitWarning('the last');
  await once(process, 'warning');
  process.off('warning', warned);
  expect(warnings.map(({ message }) => message)).toEqual(['the last']);
});
