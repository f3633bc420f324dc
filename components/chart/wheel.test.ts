import { describe, expect, it } from 'vitest';
import { KEY_FACTOR, sightKeyOf, wheelFactor, zoomsByWheel } from './wheel';

const turned = { deltaY: -100, deltaMode: 0, ctrlKey: false, metaKey: false };
const pressed = { altKey: false, ctrlKey: false, metaKey: false };

describe('a turned wheel', () => {
  it('zooms closer away from the reader, wider towards, and back by the same turn', () => {
    const [closer, wider] = [wheelFactor(turned), wheelFactor({ ...turned, deltaY: 100 })];
    expect(closer).toBeLessThan(1);
    expect(closer * wider).toBeCloseTo(1, 12);
  });

  it('zooms by no more than 1.42 however hard it is flung, in pixels, lines or pages', () => {
    for (const deltaMode of [0, 1, 2])
      expect(wheelFactor({ ...turned, deltaMode, deltaY: 100_000 })).toBeCloseTo(Math.SQRT2, 12);
  });

  it.each([
    ['alone over a chart without the focus, where the page scrolls', turned, false, false],
    ['alone over a chart with the focus', turned, true, true],
    ['with Ctrl', { ...turned, ctrlKey: true }, false, true],
    ['with ⌘', { ...turned, metaKey: true }, false, true],
    ['sideways', { ...turned, deltaY: 0 }, true, false],
  ])('%s', (_, event, hasFocus, zooms) => {
    expect(zoomsByWheel(event, hasFocus)).toBe(zooms);
  });
});

describe('a key on a chart', () => {
  it.each([
    ['+', 'closer'],
    ['=', 'closer'],
    ['-', 'wider'],
    ['_', 'wider'],
    ['0', 'whole'],
    ['l', undefined],
    ['ArrowLeft', undefined],
  ] as const)('%s: %s', (key, does) => {
    expect(sightKeyOf({ ...pressed, key })).toBe(does);
  });

  it('is the browser’s with a modifier: Ctrl + zooms its page', () => {
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey'])
      expect(sightKeyOf({ ...pressed, key: '+', [modifier]: true })).toBeUndefined();
  });

  it('undoes what its opposite did', () => {
    expect(KEY_FACTOR.closer * KEY_FACTOR.wider).toBeCloseTo(1, 12);
  });
});
