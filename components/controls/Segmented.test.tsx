import type { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ChangeEvent } from 'react';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../testing/elements';
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

it('a list gives the value of the line that is chosen', () => {
  const chosen: string[] = [];
  const drawn = Choice({ label: 'Price scale', value: 'linear', choices, onChoose: (one) => chosen.push(one) });
  const [list] = elementsOf(drawn, 'select');
  list?.props.onChange?.({ target: { value: 'log' } } as ChangeEvent<HTMLSelectElement, HTMLSelectElement>);
  expect(chosen).toEqual(['log']);
});
