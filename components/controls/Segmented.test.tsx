import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Choice } from './Choice';
import { elementsOf } from '../testing/elements';
import { Segmented } from './Segmented';

const choices = [
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'logarithmic' },
] as const;

describe('one of a few', () => {
  it.each([
    ['the other one chooses it', 'logarithmic', ['log']],
    ['the chosen one again, which would leave none, changes nothing', 'linear', []],
  ])('pressing %s', (_, pressed, expected) => {
    const chosen: string[] = [];
    const drawn = Segmented({ label: 'Price scale', value: 'linear', choices, onChoose: (one) => chosen.push(one) });
    const button = elementsOf(drawn, 'button').find(({ props }) => props.children === pressed);
    button?.props.onClick?.(undefined as never);
    expect(button).toBeDefined();
    expect(chosen).toEqual(expected);
  });

  it('says which is chosen, and which key chooses another', () => {
    const drawn = renderToStaticMarkup(
      <Segmented
        label="Price scale"
        value="linear"
        choices={[choices[0], { ...choices[1], shortcut: 'l' }]}
        onChoose={() => undefined}
      />,
    );
    expect(drawn).toMatch(/^<div role="group" aria-label="Price scale"/);
    expect(drawn.match(/aria-pressed="[^"]*"( aria-keyshortcuts="[^"]*")?/g)).toEqual([
      'aria-pressed="true"',
      'aria-pressed="false" aria-keyshortcuts="l"',
    ]);
  });
});

it('a list is named by its label, and shows what is chosen', () => {
  const drawn = renderToStaticMarkup(
    <Choice label="Price scale" value="log" choices={choices} onChoose={() => undefined} />,
  );
  expect(drawn).toMatch(/^<label[^>]*><span[^>]*>Price scale<\/span><select/);
  expect(drawn.match(/<option[^>]*selected[^>]*>[^<]*/g)).toEqual(['<option value="log" selected="">logarithmic']);
});
