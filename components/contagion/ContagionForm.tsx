import { FALL_LEVELS } from '@/lib/domain/contagion';
import { CONTAGION_PATH } from '@/lib/permalink/contagion';
import { contagionForm } from '@/lib/words/contagion';
import { formatLevel } from '@/lib/words/numbers';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { PlainForm } from '../controls/PlainForm';
import { TypedField } from '../controls/TypedField';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  readonly asset: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly fall: number;
  readonly asOf: string | undefined;
  /** Stored assets, to choose from. */
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

const LIST = 'stored-assets';

/** Which asset, over which window, at which level. A plain form: the address carries it. */
export function ContagionForm({ asset, from, to, fall, asOf, assets, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'contagion-wrong');
  return (
    <PlainForm
      action={CONTAGION_PATH}
      label={contagionForm.label}
      wrong={wrong?.text}
      wrongId="contagion-wrong"
      asOf={asOf}
    >
      <TypedField
        name="asset"
        label={contagionForm.asset}
        value={asset}
        wrongId={wrongId('asset')}
        list={LIST}
        className="w-[7rem]"
      />
      <datalist id={LIST}>
        {assets.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId('to')} />
      <label className="block">
        <span className="label mb-1 block">{contagionForm.fall}</span>
        <select name="fall" className="field" defaultValue={String(fall)}>
          {FALL_LEVELS.map((level) => (
            <option key={level} value={String(level)}>
              {formatLevel(level)}
            </option>
          ))}
        </select>
      </label>
    </PlainForm>
  );
}
