'use client';

import { useAhead } from './useAhead';

interface Props<Value extends string> {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly language?: string }[];
  readonly onChoose: (value: Value) => void;
  /** Its name, where no label surrounds it. */
  readonly label?: string;
  /** Keys that change it, as ARIA spells them. */
  readonly keys?: string;
  readonly className?: string;
}

/**
 * One of several, as the platform's own list: it works with every keyboard, screen reader and phone. What is chosen before
 * the page's code has come is told once it has. `autoComplete`: Firefox would otherwise put an earlier visit's choice back.
 */
export function Select<Value extends string>({ value, choices, onChoose, label, keys, className = '' }: Props<Value>) {
  const choose = (text: string): void => {
    const chosen = choices.find((choice) => choice.value === text);
    if (chosen !== undefined) onChoose(chosen.value);
  };
  const list = useAhead({ read: (select: HTMLSelectElement): string => select.value, value, tell: choose });
  return (
    <select
      ref={list}
      aria-label={label}
      aria-keyshortcuts={keys}
      autoComplete="off"
      className={`field ${className}`}
      value={value}
      onChange={({ target }) => {
        choose(target.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} lang={choice.language}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
