interface Props {
  readonly name: string;
  readonly label: string;
  /** What the address has, or whatever was typed instead. */
  readonly value: string | undefined;
  /** The id of the line that says what is wrong with the form; undefined: nothing. */
  readonly wrongId: string | undefined;
  readonly example?: string;
  /** The id of a list of what may be chosen. */
  readonly list?: string;
  readonly isNumber?: boolean;
  /** Its width. */
  readonly className: string;
  /** Of the label around it. */
  readonly outer?: string;
}

/** A line of text, typed, in a plain form that works before any script has run. */
export const TypedField = ({
  name,
  label,
  value,
  wrongId,
  example,
  list,
  isNumber = false,
  className,
  outer = '',
}: Props) => (
  <label className={`block ${outer}`}>
    <span className="label mb-1 block">{label}</span>
    <input
      name={name}
      className={`field font-mono text-[0.875rem] ${className}`}
      inputMode={isNumber ? 'numeric' : undefined}
      defaultValue={value}
      spellCheck={false}
      autoComplete="off"
      placeholder={example}
      list={list}
      aria-invalid={wrongId !== undefined}
      aria-describedby={wrongId}
    />
  </label>
);
