import { ChosenLanguage } from '@/components/controls/ChosenLanguage';
import { Link } from '@/components/frame/Link';
import type { Day } from '@/lib/domain/minute';
import { LEAGUE_PATH, leaguePath } from '@/lib/permalink/league';
import { leagueHead } from '@/lib/words/leaguePage';
import { windowFields } from '@/lib/words/windowFields';

interface Props {
  /** What the address names, or what is shown. */
  readonly value: string;
  /** undefined: there is no data before, or after. */
  readonly earlier: Day | undefined;
  readonly later: Day | undefined;
  /** What was wrong with the address. */
  readonly wrong: string | undefined;
}

/** The UTC day, typed, and the days beside it. A plain form: the address carries it, and it works before any script has run. */
export function DayForm({ value, earlier, later, wrong }: Props) {
  const wrongId = wrong === undefined ? undefined : 'day-wrong';
  return (
    <form
      method="get"
      action={LEAGUE_PATH}
      aria-label={leagueHead.form}
      className="flex flex-wrap items-end gap-2 border-y border-rule py-3"
    >
      <ChosenLanguage />
      <label className="block">
        <span className="label mb-1 block">{leagueHead.day}</span>
        <input
          name="day"
          className="field w-[8.5rem] font-mono text-[0.875rem]"
          defaultValue={value}
          spellCheck={false}
          autoComplete="off"
          placeholder={leagueHead.example}
          aria-invalid={wrongId !== undefined}
          aria-describedby={wrongId}
        />
      </label>
      <button type="submit" className="button">
        {windowFields.show}
      </button>
      {earlier !== undefined && (
        <Link className="button" href={leaguePath(earlier)} prefetch={false}>
          {leagueHead.earlier}
        </Link>
      )}
      {later !== undefined && (
        <Link className="button" href={leaguePath(later)} prefetch={false}>
          {leagueHead.later}
        </Link>
      )}
      {wrong !== undefined && (
        <p id={wrongId} role="alert" className="basis-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}
