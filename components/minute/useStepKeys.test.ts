import { expect, it } from 'vitest';
import { stepOf } from './useStepKeys';

const press = (change: Partial<Parameters<typeof stepOf>[0]>) =>
  stepOf({
    key: 'ArrowRight',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
    ...change,
  });

it('→ leads to the next minute and ← to the one before', () => {
  expect([press({}), press({ key: 'ArrowLeft' })]).toEqual([1, -1]);
});

it.each([
  ['another key', { key: 'ArrowUp' }],
  ['Alt and →, which goes forward in the browser', { altKey: true }],
  ['Ctrl and →', { ctrlKey: true }],
  ['Cmd and →', { metaKey: true }],
  ['Shift and →, which selects', { shiftKey: true }],
  ['a key that something else has used', { defaultPrevented: true }],
])('%s leads nowhere', (_, change) => {
  expect(press(change)).toBeUndefined();
});
