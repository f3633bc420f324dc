import { MOST_EVERY_MINUTE_DAYS } from '@/lib/api/limits';
import { atMostDays, windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { PlainForm } from '../controls/PlainForm';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  readonly asset: string | undefined;
  readonly from: string;
  readonly to: string;
  /** The moment as of which the data is shown; undefined: now. */
  readonly asOf: string | undefined;
  /** What was wrong with the window of the address. */
  readonly wrong: Wrong | undefined;
}

/** The minutes to look at, typed. A plain form: the address carries it, and it works before any script has run. */
export function WindowForm({ asset, from, to, asOf, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'window-wrong');
  return (
    <PlainForm
      action="/revisions"
      wrong={wrong?.text}
      wrongId="window-wrong"
      asOf={asOf}
      beside={<span className="self-end pb-1.5 text-sm text-ink-3">{atMostDays(MOST_EVERY_MINUTE_DAYS)}</span>}
    >
      {asset !== undefined && <input type="hidden" name="asset" value={asset} />}
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId('to')} />
    </PlainForm>
  );
}
