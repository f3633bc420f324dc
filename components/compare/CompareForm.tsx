import { compareForm } from '@/lib/words/compare';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { Rich } from '../frame/Rich';
import { ChosenLanguage } from '@/components/controls/ChosenLanguage';

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
  const wrongId = wrong === undefined ? undefined : compareForm.wrong;
  return (
    <form method="get" action="/compare" className="flex flex-wrap items-end gap-3 border-y border-rule py-4">
      <ChosenLanguage />
      <label className="block w-full max-w-full sm:w-auto">
        <span className="label mb-1 block">{compareForm.markets}</span>
        <input
          name="markets"
          className="field w-full max-w-full font-mono text-[0.875rem] sm:w-[30rem]"
          defaultValue={fields['markets']}
          spellCheck={false}
          autoComplete="off"
          placeholder={compareForm.example}
          list={LIST}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrongId}
        />
      </label>
      <MinuteField name="from" label={windowFields.from} value={fields['from']} wrongId={wrongId} />
      <MinuteField name="to" label={windowFields.to} value={fields['to']} wrongId={wrongId} />
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
        <p id={wrongId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}
