import { describe, expect, it } from 'vitest';
import { dropped, isKept, kept } from './heard';

const NONE = { altKey: false, ctrlKey: false, metaKey: false };
const event = (type: string, props: object = {}): Event => ({ type, ...NONE, ...props }) as unknown as Event;
const kinds = (events: readonly { readonly type: string }[]): readonly string[] => events.map(({ type }) => type);

describe('what is done to a chart that does not answer yet', () => {
  it.each([
    ['a press', event('pointerdown'), true],
    ['a key that moves the crosshair', event('keydown', { key: 'ArrowLeft' }), true],
    ['a key that zooms', event('keydown', { key: '+' }), true],
    ['the key that leaves the chart', event('keydown', { key: 'Escape' }), true],
    ['a key that goes on to the next part of the page', event('keydown', { key: 'Tab' }), false],
    ['a key of the page', event('keydown', { key: 'l' }), false],
    ['the way back of the browser', event('keydown', { key: 'ArrowLeft', altKey: true }), false],
    ['the browser’s own zoom by key', event('keydown', { key: '+', ctrlKey: true }), false],
  ])('%s is kept for it: %s', (_, one, expected) => {
    expect(isKept(one, true)).toBe(expected);
  });

  it.each([
    ['closer, with Ctrl', { deltaY: -100, ctrlKey: true }, false, true],
    ['wider, with Ctrl, which would shrink the page', { deltaY: 100, ctrlKey: true }, false, true],
    ['closer, over a chart with the focus', { deltaY: -100 }, true, true],
    ['wider than the whole window: the page scrolls', { deltaY: 100 }, true, false],
    ['over a chart nobody uses: the page scrolls', { deltaY: -100 }, false, false],
  ])('a turn of the wheel %s', (_, props, hasFocus, expected) => {
    expect(isKept(event('wheel', { deltaMode: 0, ...props }), hasFocus)).toBe(expected);
  });

  it('of moves in a row the last of each kind is kept, and each press and release', () => {
    const drag = [
      ...['pointermove', 'mousemove', 'pointermove', 'mousemove'],
      ...['pointerdown', 'mousedown', 'pointermove', 'mousemove', 'pointermove', 'mousemove'],
      ...['pointerup', 'mouseup', 'click'],
    ];
    const heard = drag.map((type, at) => ({ type, at })).reduce(kept<{ type: string; at: number }>, []);
    expect(heard.map(({ type, at }) => `${type} ${String(at)}`)).toEqual([
      ...['pointermove 2', 'mousemove 3', 'pointerdown 4', 'mousedown 5', 'pointermove 8', 'mousemove 9'],
      ...['pointerup 10', 'mouseup 11', 'click 12'],
    ]);
  });

  it('a pointer that left has no place any more; what it pressed it did press', () => {
    const heard = [event('pointerdown'), event('pointerup'), event('click'), event('pointermove'), event('mousemove')];
    expect(kinds(dropped(heard, 'pointerleave'))).toEqual(['pointerdown', 'pointerup', 'click']);
    expect(kinds(dropped(heard.slice(0, 3), 'pointerleave'))).toEqual(['pointerdown', 'pointerup', 'click']);
  });

  it('a finger that scrolls the page leaves nothing behind, and a key pressed before it stays', () => {
    const heard = [
      event('keydown', { key: '+' }),
      event('pointerdown'),
      event('touchstart'),
      event('pointermove'),
      event('touchmove'),
    ];
    expect(kinds(dropped(dropped(heard, 'pointercancel'), 'touchcancel'))).toEqual(['keydown']);
  });
});
