import { venueHead } from '@/lib/words/venuePage';
import { windowFields } from '@/lib/words/windowFields';
import { MinuteField } from '../controls/MinuteField';
import { PlainForm } from '../controls/PlainForm';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '../controls/wrong';

interface Props {
  /** The page that is asked for it. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** What was wrong with the window of the address. */
  readonly wrong: Wrong | undefined;
}

/** The window, typed. A plain form: the address carries it, and it works before any script has run. */
export function VenueWindow({ path, from, to, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'venue-wrong');
  return (
    <PlainForm action={path} label={venueHead.form} wrong={wrong?.text} wrongId="venue-wrong">
      <MinuteField name="from" label={windowFields.from} value={from} wrongId={wrongId('from')} />
      <MinuteField name="to" label={windowFields.to} value={to} wrongId={wrongId('to')} />
    </PlainForm>
  );
}
