import { lowsForm } from '@/lib/words/en/lows';
import { windowFields } from '@/lib/words/en/windowFields';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: string | undefined;
}

/** Of which window, and of which assets. A plain form: the address carries it. */
export function LowsForm({ fields, assets, wrong }: Props) {
  const { assets: chosen } = fields;
  return (
    <form method="get" action="/lows" className="flex flex-wrap items-end gap-3 border-y border-rule py-4">
      <Field name="from" label={windowFields.from} value={fields['from']} wrong={wrong} />
      <Field name="to" label={windowFields.to} value={fields['to']} wrong={wrong} />
      <label className="block">
        <span className="label mb-1 block">{lowsForm.assets}</span>
        <select name="assets" className="field w-full" defaultValue={chosen ?? ''}>
          <option value="">{lowsForm.anyAsset}</option>
          {chosen !== undefined && !assets.includes(chosen) && <option value={chosen}>{chosen}</option>}
          {assets.map((asset) => (
            <option key={asset}>{asset}</option>
          ))}
        </select>
      </label>
      {fields['asOf'] !== undefined && <input type="hidden" name="asOf" value={fields['asOf']} />}
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      {wrong !== undefined && (
        <p id={lowsForm.wrong} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly wrong: string | undefined;
}

const Field = ({ name, label, value, wrong }: FieldProps) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <input
      name={name}
      className="field w-[11.5rem] font-mono text-[0.82rem]"
      defaultValue={value?.replace('T', ' ').replace('Z', '')}
      spellCheck={false}
      autoComplete="off"
      placeholder={windowFields.example}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong === undefined ? undefined : lowsForm.wrong}
    />
  </label>
);
