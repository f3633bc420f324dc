import { MOST_EVERY_MINUTE_DAYS } from '@/lib/api/limits';
import { atMostDays, windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { ChosenLanguage } from '@/components/controls/ChosenLanguage';

interface Props {
  readonly asset: string | undefined;
  readonly from: string;
  readonly to: string;
  /** The moment as of which the data is shown; undefined: now. */
  readonly asOf: string | undefined;
  /** What was wrong with the window of the address. */
  readonly wrong: string | undefined;
}

/** The minutes to look at, typed. A plain form: the address carries it, and it works before any script has run. */
export function WindowForm({ asset, from, to, asOf, wrong }: Props) {
  const wrongId = wrong === undefined ? undefined : 'window-wrong';
  return (
    <form method="get" action="/revisions" className="flex flex-wrap items-end gap-2 border-y border-rule py-3">
      <ChosenLanguage />
      {asset !== undefined && <input type="hidden" name="asset" value={asset} />}
      {asOf !== undefined && <input type="hidden" name="asOf" value={asOf} />}
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId} />
      <div className="flex items-center gap-2">
        <button type="submit" className="button">
          {windowFields.show}
        </button>
        <span className="text-sm text-ink-3">{atMostDays(MOST_EVERY_MINUTE_DAYS)}</span>
      </div>
      {wrong !== undefined && (
        <p id={wrongId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}
