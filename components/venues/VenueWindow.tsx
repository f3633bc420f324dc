import { venueHead } from '@/lib/words/en/venuePage';
import { windowFields } from '@/lib/words/en/windowFields';

interface Props {
  readonly venue: string;
  readonly from: string;
  readonly to: string;
  /** What was wrong with the window of the address. */
  readonly wrong: string | undefined;
}

/** The window, typed. A plain form: the address carries it, and it works before any script has run. */
export function VenueWindow({ venue, from, to, wrong }: Props) {
  return (
    <form
      method="get"
      action={`/venues/${venue}`}
      aria-label={venueHead.form}
      className="flex flex-wrap items-end gap-2 border-y border-rule py-3"
    >
      <Field name="from" label={windowFields.from} value={from} isWrong={wrong !== undefined} />
      <Field name="to" label={windowFields.to} value={to} isWrong={wrong !== undefined} />
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      {wrong !== undefined && (
        <p id="venue-wrong" role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
}

const Field = ({ name, label, value, isWrong }: FieldProps) => (
  <label className="block">
    <span className="label block">{label}</span>
    <input
      name={name}
      className="field w-[10.5rem] font-mono text-[0.82rem]"
      defaultValue={value.replace('T', ' ').replace('Z', '')}
      spellCheck={false}
      autoComplete="off"
      placeholder={windowFields.example}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? 'venue-wrong' : undefined}
    />
  </label>
);
