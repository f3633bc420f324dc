import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MarketChoice } from '@/lib/domain/question';
import type { View } from '@/lib/permalink/view';
import { elementsOf } from '../testing/elements';
import { covered, venue, view } from '../testing/views';
import { Select } from '../controls/Select';
import { MarketChoices } from './MarketChoices';

const okx = covered('okx', {
  books: [
    { quote: 'USDC', kind: 'spot' },
    { quote: 'USDT', kind: 'spot' },
    { quote: 'USDT', kind: 'perp' },
  ],
});

function drawn(of = okx, markets: readonly MarketChoice[] = []) {
  const asked: View[] = [];
  const node = MarketChoices({ view: view({}, { markets }), covered: of, onChange: (next) => asked.push(next) });
  const choose = (nth: number, value: string): void => {
    elementsOf(node, Select)[nth]?.props.onChoose(value);
  };
  return {
    asked,
    node,
    choose,
    text: renderToStaticMarkup(node)
      .replace(/<[^>]+>/g, '|')
      .replace(/\|+/g, '|'),
  };
}

describe('a venue’s markets', () => {
  it('are offered by kind, the usual spot market and no contract where nobody chose', () => {
    expect(drawn().text).toBe('|3 markets|Spot|default|USDC|USDT|Perpetual|not shown|USDT|');
  });

  it('name those that are chosen', () => {
    const chosen = drawn(okx, [
      { venue: venue('okx'), quote: 'USDC', kind: 'spot' },
      { venue: venue('okx'), quote: 'USDT', kind: 'perp' },
    ]);
    expect(chosen.text).toMatch(/^\|USDC, USDT perpetual\|/);
  });

  it('ask for the one chosen, and for the usual one again', () => {
    const { asked, choose } = drawn();
    choose(1, 'USDT');
    expect(asked[0]?.question.markets).toEqual([{ venue: 'okx', quote: 'USDT', kind: 'perp' }]);
    const chosen = drawn(okx, asked[0]?.question.markets ?? []);
    chosen.choose(1, '');
    expect(chosen.asked[0]?.question.markets).toEqual([]);
  });

  it('are no choice where there is one spot market', () => {
    expect(drawn(covered('okx')).node).toBeNull();
  });

  it('of a venue without spot: its first kind is shown by default', () => {
    const { text } = drawn(
      covered('binanceusdm', {
        spot: false,
        books: [
          { quote: 'USDT', kind: 'perp' },
          { quote: 'USDT', kind: 'mark' },
        ],
      }),
    );
    expect(text).toBe('|2 markets|Perpetual|default|USDT|Mark price|not shown|USDT|');
  });
});
