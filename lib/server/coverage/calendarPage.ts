import type { CoverageAnswer } from '../../api/coverage';
import type { Asset } from '../../domain/market';
import { dayOf, formatDay, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import { assetsAsked } from '../../store/coverage/storedAssets';
import { newestCoverageOf } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import type { AssetsShown, DaysShown } from '../../permalink/coverage';
import { answer, type Outcome } from '../http/outcome';
import { coverageAnswer, noAssetProblem } from './coverage';

/** As many rows and columns as a page carries lightly: each cell is a link with words of its own. */
export const ASSETS_A_PAGE = 40;
export const DAYS_A_PAGE = 31;

export interface CalendarAsked {
  /** undefined: every asset, `ASSETS_A_PAGE` a page. */
  readonly asset: Asset | undefined;
  /** Of the assets, from 1; one behind the last is the last. */
  readonly page: number;
  /** The last UTC day shown; undefined: the last of which there is anything to say. */
  readonly until: Day | undefined;
}

export interface CalendarPage {
  readonly covered: CoverageAnswer;
  readonly assets: AssetsShown;
  /** undefined: there is nothing to say of any day. */
  readonly days: DaysShown | undefined;
}

/** A page of the calendar: it costs the same with a dozen assets or hundreds, with a month or years. */
export async function calendarPage(context: Context, asked: CalendarAsked): Promise<Outcome<CalendarPage>> {
  const all = asked.asset === undefined ? await assetsAsked(context.database) : [asked.asset];
  const pages = Math.max(1, Math.ceil(all.length / ASSETS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const from = (page - 1) * ASSETS_A_PAGE;
  const shown = all.slice(from, from + ASSETS_A_PAGE);
  const { known, range, stored } = await newestCoverageOf(context.database, {
    assets: shown,
    until: asked.until,
    most: DAYS_A_PAGE,
  });
  if (asked.asset !== undefined && stored.length === 0) return noAssetProblem(asked.asset);
  return answer({
    covered: coverageAnswer(context, stored, range),
    assets: { first: from + 1, last: from + shown.length, all: all.length, page, pages },
    days: range === undefined ? undefined : daysShown(known, range),
  });
}

function daysShown(known: readonly Day[], { from, to }: MinuteRange): DaysShown {
  const [first, last] = [dayOf(from), dayOf((to - 1) as Minute)];
  const before = known.findLast((day) => day < first);
  const after = known
    .filter((day) => day > last)
    .slice(0, DAYS_A_PAGE)
    .at(-1);
  return {
    first: formatDay(first),
    last: formatDay(last),
    earlier: before === undefined ? undefined : formatDay(before),
    later: after === undefined ? undefined : formatDay(after),
  };
}
