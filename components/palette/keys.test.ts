import { expect, it } from 'vitest';
import { opensPalette } from './keys';

const press = (change: Partial<Parameters<typeof opensPalette>[0]>) =>
  opensPalette({
    key: 'k',
    altKey: false,
    ctrlKey: true,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
    isComposing: false,
    ...change,
  });

it('Ctrl K and ⌘ K open the palette, with Caps Lock too', () => {
  expect([press({}), press({ ctrlKey: false, metaKey: true }), press({ key: 'K' })]).toEqual([true, true, true]);
});

it.each([
  ['k alone', { ctrlKey: false }],
  ['another letter', { key: 'l' }],
  ['Ctrl Shift K, a browser’s own', { shiftKey: true }],
  ['Ctrl Alt K', { altKey: true }],
  ['a key that something else has used', { defaultPrevented: true }],
  ['a key pressed while a word is being composed', { isComposing: true }],
])('%s does not', (_, change) => {
  expect(press(change)).toBe(false);
});
