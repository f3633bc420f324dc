import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { formatMinute, minute, parseMinute, type MinuteRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { windowBar } from '@/lib/words/assetControls';
import { elementsOf } from '../testing/elements';
import { view } from '../testing/views';
import { Lengths, Quick, WindowBar } from './WindowBar';

const at = (iso: string) => promised(parseMinute(iso));
const range = { from: at('2025-10-10T20:00Z'), to: at('2025-10-11T00:00Z') };
const written = (one: MinuteRange | undefined): string =>
  one === undefined ? '' : `${formatMinute(one.from)} ${formatMinute(one.to)}`;

function drawn(whole: MinuteRange, around?: string) {
  const asked: MinuteRange[] = [];
  const node = WindowBar({ view: view({}, { range }), whole, around, onChange: (next) => asked.push(next) });
  return { asked, node, html: renderToStaticMarkup(node) };
}

describe('the window', () => {
  it.each([
    [windowBar.earlier, '2025-10-10T18:00Z 2025-10-10T22:00Z'],
    [windowBar.later, '2025-10-10T22:00Z 2025-10-11T02:00Z'],
    [windowBar.zoomIn, '2025-10-10T21:00Z 2025-10-10T23:00Z'],
    [windowBar.zoomOut, '2025-10-10T18:00Z 2025-10-11T02:00Z'],
  ])('%s leads to %s', (label, expected) => {
    const { asked, node } = drawn(range);
    elementsOf(node, Quick)
      .find(({ props }) => props.label === label)
      ?.props.onPress();
    expect(written(asked[0])).toBe(expected);
  });

  it.each([
    ['the default one', range, true],
    ['another', { from: minute(0), to: minute(60) }, false],
  ])('on %s, the way to the default one is closed: %s', (_, whole, isClosed) => {
    const [button] = elementsOf(drawn(whole).node, 'button');
    expect(button?.props.disabled).toBe(isClosed);
  });

  it.each([
    ['the deepest minute', '2025-10-10T21:20Z', '2025-10-10T21:20Z'],
    ['the middle where there is none', undefined, '2025-10-10T22:00Z'],
  ])('is offered in other lengths around %s', (_, deepest, centre) => {
    const [lengths] = elementsOf(drawn(range, deepest).node, Lengths);
    expect(lengths?.props.centre).toBe(at(centre));
  });
});
