import { describe, expect, it } from 'vitest';
import * as en from '@/lib/words/en/keys';
import * as ko from '@/lib/words/ko/keys';
import * as hans from '@/lib/words/zh-Hans/keys';
import * as hant from '@/lib/words/zh-Hant/keys';
import { episodeStepOf, opensPalette, SINGLE_KEYS, singleKeyOf, typedOn, type Pressed } from './keys';
import { areOffered, toPress } from './press';

const pressed = (change: Partial<Pressed>): Pressed => ({
  key: 'k',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  defaultPrevented: false,
  isComposing: false,
  ...change,
});
const press = (change: Partial<Pressed>) => opensPalette(pressed({ ctrlKey: true, ...change }));

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

it('every single key means something, and "?" does with the Shift that types it', () => {
  expect(SINGLE_KEYS.map((key) => singleKeyOf(pressed({ key })))).toEqual([...SINGLE_KEYS]);
  expect(singleKeyOf(pressed({ key: '?', shiftKey: true }))).toBe('?');
});

it.each([
  ['Ctrl C, which copies', { key: 'c', ctrlKey: true }],
  ['⌘ L, which goes to the address bar', { key: 'l', metaKey: true }],
  ['Alt E, a browser’s menu', { key: 'e', altKey: true }],
  ['a capital', { key: 'L', shiftKey: true }],
  ['a letter of a word that is being composed', { key: 'l', isComposing: true }],
  ['a key that something else has used', { key: 'l', defaultPrevented: true }],
  ['a letter without a meaning', { key: 'q' }],
])('%s is no single key', (_, change) => {
  expect(singleKeyOf(pressed(change))).toBeUndefined();
});

it('Shift → leads to the episode after and Shift ← to the one before', () => {
  const step = (change: Partial<Pressed>) => episodeStepOf(pressed({ shiftKey: true, ...change }));
  expect([step({ key: 'ArrowRight' }), step({ key: 'ArrowLeft' })]).toEqual([1, -1]);
  expect(step({ key: 'ArrowRight', shiftKey: false })).toBeUndefined();
  expect(step({ key: 'ArrowRight', ctrlKey: true })).toBeUndefined();
  expect(step({ key: 'ArrowUp' })).toBeUndefined();
});

it('a key presses the first control that can be pressed and is not the choice that holds', () => {
  const control = (name: string, held: boolean, disabled = false) => ({
    name,
    getAttribute: (attribute: string) => (attribute === 'aria-pressed' ? String(held) : null),
    matches: () => disabled,
  });
  expect(toPress([control('linear', true), control('log', false)])?.name).toBe('log');
  expect(toPress([control('linear', false), control('log', true)])?.name).toBe('linear');
  expect(toPress([control('copy', false, true)])).toBeUndefined();
  expect(toPress<ReturnType<typeof control>>([])).toBeUndefined();
});

describe('the list of keys', () => {
  it('leaves out a key that would press a control the page does not have', () => {
    const page = { has: (key: string): boolean => key === 'c', hasChart: () => false };
    expect([['l'], ['c'], ['Ctrl K', '⌘ K', '/'], ['?']].map((keys) => areOffered(keys, page))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  // In every language the list writes these keys alike: a line it has no chart for would else come back in one of them.
  it.each([
    ['English', en],
    ['Korean', ko],
    ['Traditional Chinese', hant],
    ['Simplified Chinese', hans],
  ])('leaves out the keys of a chart where there is none, in %s', (_language, { keyLines }) => {
    const offered = (hasChart: boolean): number =>
      keyLines().filter(({ keys }) => areOffered(keys, { has: () => true, hasChart: () => hasChart })).length;
    expect([offered(true), offered(false)]).toEqual([12, 6]);
  });
});

describe('keys pressed while the palette is on its way', () => {
  const text = (keys: readonly Partial<Pressed>[]) =>
    keys.reduce((before, key) => typedOn(pressed(key))?.(before) ?? before, '');

  it('type what is looked for, shifted letters and signs among it', () => {
    expect(text([{ key: 'A', shiftKey: true }, { key: 't' }, { key: ' ' }, { key: '2' }, { key: '價' }])).toBe(
      'At 2價',
    );
  });

  it('take a letter back, and do nothing where they are no letters or belong to a shortcut', () => {
    expect(text([{ key: 'a' }, { key: 'b' }, { key: 'Backspace' }, { key: 'Shift' }, { key: 'ArrowLeft' }])).toBe('a');
    expect(
      text([
        { key: 'c', metaKey: true },
        { key: 'c', isComposing: true },
        { key: 'c', defaultPrevented: true },
      ]),
    ).toBe('');
  });
});
