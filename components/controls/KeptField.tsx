'use client';

import type { ComponentProps } from 'react';
import { useAhead } from './useAhead';

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'ref' | 'type'> {
  readonly type?: 'text' | 'search';
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** A line of text that the page's code keeps; what was typed before that code came is told once it has. */
export function KeptField({ value, onType, ...rest }: Props) {
  const field = useAhead({ read: ({ value: typed }: HTMLInputElement) => typed, value, tell: onType });
  return (
    <input
      {...rest}
      ref={field}
      value={value}
      onChange={({ target }) => {
        onType(target.value);
      }}
    />
  );
}
