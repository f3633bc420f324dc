interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of several, as the platform's own list: it works with every keyboard, screen reader and phone. */
export const Choice = ({ label, value, choices, onChoose }: Props) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <select
      className="field w-full"
      value={value}
      onChange={(event) => {
        onChoose(event.target.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);
