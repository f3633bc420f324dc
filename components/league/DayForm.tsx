import { PlainForm } from '@/components/controls/PlainForm';
import { TypedField } from '@/components/controls/TypedField';
import { Link } from '@/components/frame/Link';
import type { Day } from '@/lib/domain/minute';
import { LEAGUE_PATH, leaguePath } from '@/lib/permalink/league';
import { leagueHead } from '@/lib/words/leaguePage';
import type { Wrong } from '@/lib/permalink/wrongFields';
import { wrongIds } from '@/components/controls/wrong';

interface Props {
  /** What the address names, or what is shown. */
  readonly value: string;
  /** undefined: there is no data before, or after. */
  readonly earlier: Day | undefined;
  readonly later: Day | undefined;
  /** What was wrong with the address. */
  readonly wrong: Wrong | undefined;
}

/** The UTC day, typed, and the days beside it. A plain form: the address carries it, and it works before any script has run. */
export function DayForm({ value, earlier, later, wrong }: Props) {
  const wrongId = wrongIds(wrong, 'day-wrong');
  return (
    <PlainForm
      action={LEAGUE_PATH}
      label={leagueHead.form}
      wrong={wrong?.text}
      wrongId="day-wrong"
      beside={
        <>
          {earlier !== undefined && (
            <Link className="button" href={leaguePath(earlier)}>
              {leagueHead.earlier}
            </Link>
          )}
          {later !== undefined && (
            <Link className="button" href={leaguePath(later)}>
              {leagueHead.later}
            </Link>
          )}
        </>
      }
    >
      <TypedField
        name="day"
        label={leagueHead.day}
        value={value}
        wrongId={wrongId('day')}
        example={leagueHead.example}
        className="w-[8.5rem]"
      />
    </PlainForm>
  );
}
