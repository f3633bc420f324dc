'use client';

import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly {
    readonly value: T;
    readonly label: string;
    /** The key that chooses it; of several with one key, the next that does not hold. */
    readonly shortcut?: string | undefined;
  }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few. The chosen one stays chosen when pressed again. */
export function Segmented<T extends string>({ label, value, choices, onChoose }: Props<T>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={(pressed: readonly unknown[]) => {
        const chosen = choices.find((choice) => pressed.includes(choice.value) && choice.value !== value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
      className="inline-flex rounded border border-rule-strong bg-raised p-px"
    >
      {choices.map((choice) => (
        <Toggle
          key={choice.value}
          value={choice.value}
          aria-keyshortcuts={choice.shortcut}
          className="rounded-[3px] px-2.5 py-1 text-[0.875rem] font-medium text-ink-2 hover:text-ink data-pressed:bg-ink data-pressed:text-paper"
        >
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
