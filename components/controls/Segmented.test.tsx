import type { ToggleGroup } from '@base-ui/react/toggle-group';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Choice } from './Choice';
import { Segmented } from './Segmented';

const choices = [
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'logarithmic' },
] as const;

describe('one of a few', () => {
  it.each([
    ['the other one chooses it', ['linear', 'log'], ['log']],
    ['the chosen one again, which would leave none, changes nothing', [], []],
    ['something that is not offered changes nothing', ['cubic'], []],
  ])('pressing %s', (_, pressed, expected) => {
    const chosen: string[] = [];
    const drawn = Segmented({ label: 'Price scale', value: 'linear', choices, onChoose: (one) => chosen.push(one) });
    const group = drawn as { props: Parameters<typeof ToggleGroup>[0] };
    group.props.onValueChange?.(pressed, undefined as never);
    expect(chosen).toEqual(expected);
  });
});

it('a list is named by its label, and shows what is chosen', () => {
  const drawn = renderToStaticMarkup(
    <Choice label="Price scale" value="log" choices={choices} onChoose={() => undefined} />,
  );
  expect(drawn).toMatch(/^<label[^>]*><span[^>]*>Price scale<\/span><select/);
  expect(drawn.match(/<option[^>]*selected[^>]*>[^<]*/g)).toEqual(['<option value="log" selected="">logarithmic']);
});
