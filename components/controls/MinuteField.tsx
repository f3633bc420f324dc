import { windowFields } from '@/lib/words/windowFields';

interface Props {
  readonly name: string;
  readonly label: string;
  /** A minute as an address has it, or whatever was typed instead. */
  readonly value: string | undefined;
  /** The id of the line that says what is wrong with it; undefined: nothing. */
  readonly wrongId: string | undefined;
  readonly className?: string;
}

/** A UTC minute, typed, in a plain form that works before any script has run. Text, because a browser's own date field would show the reader's zone and format. */
export const MinuteField = ({ name, label, value, wrongId, className = 'w-[11.5rem]' }: Props) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <input
      name={name}
      className={`field font-mono text-[0.875rem] ${className}`}
      defaultValue={value?.replace('T', ' ').replace('Z', '')}
      spellCheck={false}
      autoComplete="off"
      placeholder={windowFields.example}
      aria-invalid={wrongId !== undefined}
      aria-describedby={wrongId}
    />
  </label>
);
