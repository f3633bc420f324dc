import { symbolOf } from '@/lib/domain/asset';
import type { Asset } from '@/lib/domain/market';
import { lowsForm } from '@/lib/words/lows';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { PlainForm } from '../controls/PlainForm';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

/** Of which window, and of which assets. A plain form: the address carries it. */
export function LowsForm({ fields, assets, wrong }: Props) {
  const { assets: chosen } = fields;
  const wrongId = wrongIds(wrong, lowsForm.wrong);
  return (
    <PlainForm action="/lows" wrong={wrong?.text} wrongId={lowsForm.wrong} asOf={fields['asOf']}>
      <MinuteField name="from" label={windowFields.from} value={fields['from']} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={fields['to']} wrongId={wrongId('to')} />
      <label className="block">
        <span className="label mb-1 block">{lowsForm.assets}</span>
        <select
          name="assets"
          className="field w-full"
          defaultValue={chosen ?? ''}
          aria-invalid={wrongId('assets') !== undefined}
          aria-describedby={wrongId('assets')}
        >
          <option value="">{lowsForm.anyAsset}</option>
          {chosen !== undefined && !assets.includes(chosen) && <option value={chosen}>{chosen}</option>}
          {assets.map((asset) => (
            <option key={asset} value={asset}>
              {symbolOf(asset as Asset)}
            </option>
          ))}
        </select>
      </label>
    </PlainForm>
  );
}
