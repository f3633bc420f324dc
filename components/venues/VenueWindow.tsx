import { venueHead } from '@/lib/words/venuePage';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { ChosenLanguage } from '@/components/controls/ChosenLanguage';

interface Props {
  /** The page that is asked for it. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** What was wrong with the window of the address. */
  readonly wrong: string | undefined;
}

/** The window, typed. A plain form: the address carries it, and it works before any script has run. */
export function VenueWindow({ path, from, to, wrong }: Props) {
  const wrongId = wrong === undefined ? undefined : 'venue-wrong';
  return (
    <form
      method="get"
      action={path}
      aria-label={venueHead.form}
      className="flex flex-wrap items-end gap-2 border-y border-rule py-3"
    >
      <ChosenLanguage />
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId} />
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      {wrong !== undefined && (
        <p id={wrongId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}
