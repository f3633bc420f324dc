import { Select } from './Select';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of several, under its name. */
export const Choice = ({ label, value, choices, onChoose }: Props) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <Select className="w-full" value={value} choices={choices} onChoose={onChoose} />
  </label>
);
