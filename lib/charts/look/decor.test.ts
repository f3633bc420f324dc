import { expect, it } from 'vitest';
import { deviationOption } from '../deviationOption';
import { answerOf, calm, chartOf, seriesOf } from '../testing/answer';
import { textWidth } from './textWidth';

const FROM = '2025-10-10T21:18Z';

interface Text {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly style: { readonly text: string; readonly fontSize: number };
}

it.each([288, 320, 358, 420, 1_000])('the figures of the key stand apart at %i pixels', (width) => {
  const rows = Array.from({ length: 5 }, () => calm(3));
  const chart = chartOf(answerOf(FROM, [seriesOf('kraken', FROM, rows)]), { width, compact: width < 600 });
  const all = (deviationOption(chart)['graphic'] as readonly Text[]).filter(
    ({ type, style }) => type === 'text' && /^[−]?\d+$/.test(style.text),
  );
  expect(all.length).toBeGreaterThanOrEqual(10);
  for (const [i, one] of all.slice(1).entries()) {
    const before = all[i] as Text;
    const room =
      one.x -
      before.x -
      (textWidth(one.style.text, one.style.fontSize) + textWidth(before.style.text, before.style.fontSize)) / 2;
    expect(room).toBeGreaterThanOrEqual(2);
  }
});
