import type { CoverageAnswer } from '../../api/coverage';
import type { Asset } from '../../domain/market';
import { formatDay, minuteRange, wholeDay, type Day } from '../../domain/minute';
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
  const { known, counted, stored } = await newestCoverageOf(context.database, {
    assets: shown,
    until: asked.until,
    most: DAYS_A_PAGE,
  });
  if (asked.asset !== undefined && stored.length === 0) return noAssetProblem(asked.asset);
  const range =
    counted === undefined ? undefined : minuteRange(wholeDay(counted.first).from, wholeDay(counted.last).to);
  return answer({
    covered: coverageAnswer(context, stored, range),
    assets: { first: from + 1, last: from + shown.length, all: all.length, page, pages },
    days: counted === undefined ? undefined : daysShown(known, counted),
  });
}

function daysShown(known: readonly Day[], { first, last }: { readonly first: Day; readonly last: Day }): DaysShown {
  const before = known[known.indexOf(first) - 1];
  const after = known.slice(known.indexOf(last) + 1, known.indexOf(last) + 1 + DAYS_A_PAGE).at(-1);
  return {
    first: formatDay(first),
    last: formatDay(last),
    earlier: before === undefined ? undefined : formatDay(before),
    later: after === undefined ? undefined : formatDay(after),
  };
}
