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

/** One of a few, each a button that is pressed or not. The chosen one stays chosen when pressed again. */
export const Segmented = <T extends string>({ label, value, choices, onChoose }: Props<T>) => (
  <div role="group" aria-label={label} className="inline-flex rounded border border-rule-strong bg-raised p-px">
    {choices.map((choice) => (
      <button
        key={choice.value}
        type="button"
        aria-pressed={choice.value === value}
        aria-keyshortcuts={choice.shortcut}
        className="rounded-[3px] px-2.5 py-1 text-[0.875rem] font-medium text-ink-2 hover:text-ink aria-pressed:bg-ink aria-pressed:text-paper"
        onClick={() => {
          if (choice.value !== value) onChoose(choice.value);
        }}
      >
        {choice.label}
      </button>
    ))}
  </div>
);
