import { compareForm } from '@/lib/words/compare';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { Rich } from '../frame/Rich';
import { PlainForm } from '../controls/PlainForm';
import { TypedField } from '../controls/TypedField';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Every stored market, to choose from. */
  readonly markets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

const LIST = 'stored-markets';

/** Which markets, over which window. A plain form: the address carries it. */
export function CompareForm({ fields, markets, wrong }: Props) {
  const wrongId = wrongIds(wrong, compareForm.wrong);
  return (
    <PlainForm
      action="/compare"
      wrong={wrong?.text}
      wrongId={compareForm.wrong}
      asOf={fields['asOf']}
      beside={
        <p className="basis-full text-sm text-ink-2">
          <Rich text={compareForm.howTo} />
        </p>
      }
    >
      <TypedField
        name="markets"
        label={compareForm.markets}
        value={fields['markets']}
        wrongId={wrongId('markets')}
        example={compareForm.example}
        list={LIST}
        className="w-full max-w-full sm:w-[30rem]"
        outer="w-full max-w-full sm:w-auto"
      />
      <datalist id={LIST}>
        {markets.map((market) => (
          <option key={market} value={market} />
        ))}
      </datalist>
      <MinuteField name="from" label={windowFields.from} value={fields['from']} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={fields['to']} wrongId={wrongId('to')} />
    </PlainForm>
  );
}
