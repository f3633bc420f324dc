import { ChosenLanguage } from '@/components/controls/ChosenLanguage';
import { FALL_LEVELS } from '@/lib/domain/contagion';
import { CONTAGION_PATH } from '@/lib/permalink/contagion';
import { contagionForm } from '@/lib/words/contagion';
import { formatLevel } from '@/lib/words/numbers';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';

interface Props {
  readonly asset: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly fall: number;
  readonly asOf: string | undefined;
  /** Stored assets, to choose from. */
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: string | undefined;
}

const LIST = 'stored-assets';

/** Which asset, over which window, at which level. A plain form: the address carries it. */
export function ContagionForm({ asset, from, to, fall, asOf, assets, wrong }: Props) {
  const wrongId = wrong === undefined ? undefined : 'contagion-wrong';
  return (
    <form
      method="get"
      action={CONTAGION_PATH}
      aria-label={contagionForm.label}
      className="flex flex-wrap items-end gap-3 border-y border-rule py-4"
    >
      <ChosenLanguage />
      <label className="block">
        <span className="label mb-1 block">{contagionForm.asset}</span>
        <input
          name="asset"
          className="field w-[7rem] font-mono text-[0.875rem]"
          defaultValue={asset}
          spellCheck={false}
          autoComplete="off"
          list={LIST}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrongId}
        />
      </label>
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId} />
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
      {asOf !== undefined && <input type="hidden" name="asOf" value={asOf} />}
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      <datalist id={LIST}>
        {assets.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {wrong !== undefined && (
        <p id={wrongId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}
