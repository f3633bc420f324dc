import type { ReactNode } from 'react';
import { readAsOf } from '@/lib/permalink/fields';
import { windowFields } from '@/lib/words/windowFields';
import { ChosenLanguage } from './ChosenLanguage';
import { Coded } from './Coded';

interface Props {
  /** The page that it asks. */
  readonly action: string;
  readonly label?: string;
  /** What was wrong with the address, and the id by which its fields name that line; undefined: nothing. */
  readonly wrong: string | undefined;
  readonly wrongId: string | undefined;
  /** The moment as of which data is shown, kept in the address; one that is none is not. */
  readonly asOf?: string | undefined;
  /** Beside the button. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A form whose address carries all of it, and which works before any script has run. */
export const PlainForm = ({ action, label, wrong, wrongId, asOf, beside, children }: Props) => (
  <form
    method="get"
    action={action}
    aria-label={label}
    className="flex flex-wrap items-end gap-3 border-y border-rule py-3"
  >
    <ChosenLanguage />
    {children}
    {asOf !== undefined && readAsOf(asOf).ok && <input type="hidden" name="asOf" value={asOf} />}
    <button type="submit" className="button">
      {windowFields.show}
    </button>
    {beside}
    {wrong !== undefined && (
      <p id={wrongId} role="alert" className="basis-full text-sm text-below">
        <Coded>{wrong}</Coded>
      </p>
    )}
  </form>
);
