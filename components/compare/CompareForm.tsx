import { compareForm } from '@/lib/words/en/compare';
import { windowFields } from '@/lib/words/en/windowFields';
import { Rich } from '../frame/Rich';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Every stored market, to choose from. */
  readonly markets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: string | undefined;
}

const LIST = 'stored-markets';

/** Which markets, over which window. A plain form: the address carries it. */
export function CompareForm({ fields, markets, wrong }: Props) {
  return (
    <form method="get" action="/compare" className="flex flex-wrap items-end gap-3 border-y border-rule py-4">
      <Field
        name="markets"
        label={compareForm.markets}
        value={fields['markets']}
        wrong={wrong}
        className="w-full sm:w-[30rem]"
        example={compareForm.example}
        list={LIST}
      />
      <Field name="from" label={windowFields.from} value={typed(fields['from'])} wrong={wrong} />
      <Field name="to" label={windowFields.to} value={typed(fields['to'])} wrong={wrong} />
      {fields['asOf'] !== undefined && <input type="hidden" name="asOf" value={fields['asOf']} />}
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      <datalist id={LIST}>
        {markets.map((market) => (
          <option key={market} value={market} />
        ))}
      </datalist>
      <p className="basis-full text-sm text-ink-2">
        <Rich text={compareForm.howTo} />
      </p>
      {wrong !== undefined && (
        <p id={compareForm.wrong} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}

const typed = (value: string | undefined): string | undefined => value?.replace('T', ' ').replace('Z', '');

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly wrong: string | undefined;
  readonly className?: string;
  readonly example?: string;
  readonly list?: string;
}

const Field = ({ name, label, value, wrong, className = 'w-[11.5rem]', example, list }: FieldProps) => (
  <label className={`block max-w-full ${list === undefined ? '' : 'w-full sm:w-auto'}`}>
    <span className="label mb-1 block">{label}</span>
    <input
      name={name}
      className={`field max-w-full font-mono text-[0.82rem] ${className}`}
      defaultValue={value}
      spellCheck={false}
      autoComplete="off"
      placeholder={example ?? windowFields.example}
      list={list}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong === undefined ? undefined : compareForm.wrong}
    />
  </label>
);
