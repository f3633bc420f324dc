import type { Erratum } from '../../api/errata';
import type { MinuteAnswer } from '../../api/minute';
import type { Instant } from '../../domain/instant';
import { dayOf, minute } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { unpinned, type View } from '../../permalink/view';
import type { ReadBook } from '../../store/connection/reading';
import { readDigestText } from '../../sealed/digestText';
import { lastModified } from '../../store/answered/lastModified';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { deviationsAt, type DeviationsOptions } from '../deviations/deviations';
import type { Deviations } from '../deviations/deviationsAnswer';
import { digestTextAt } from '../deviations/digest';
import { questionRests } from '../deviations/questionRests';
import { errataOfView } from '../../permalink/errata';
import { errataOfAsset } from '../errata/errata';
import { answer, type Outcome } from '../http/outcome';
import { minuteAt } from '../minutes/minute';
import { atOneMoment, type Moment } from '../moment';

/** A view with what it shows. */
export interface ViewAnswers {
  /** Without a digest: what it shows has its own. With its venues spelled out, so that its address and its digest stay what they are when more venues come in. */
  readonly view: View;
  readonly window: Deviations;
  /** Of the marked minute, where one is marked. */
  readonly minute: MinuteAnswer | undefined;
  /** What the window's digest is the hash of. */
  readonly digestText: string | undefined;
  /** When the data that the window uses (of the books and days that its digest names) became what it is; undefined: there is none. */
  readonly lastModified: Instant | undefined;
  /** What was said later of what the view says, the newest first. */
  readonly errata: readonly Erratum[];
}

/** What a view shows, of one moment of the database: the analysis of its window, and of its minute. */
export const viewAnswers = (
  context: Context,
  asked: View,
  options: DeviationsOptions = {},
): Promise<Outcome<ViewAnswers>> =>
  atOneMoment(
    context,
    asked.question.asOf,
    (moment) => viewAnswersAt(moment, asked, options),
    questionRests(asked.question),
  );

/** The same of a moment that is open already, whose instant is the question's. */
export async function viewAnswersAt(
  moment: Moment,
  asked: View,
  options: DeviationsOptions,
): Promise<Outcome<ViewAnswers>> {
  const view = spelledOut(unpinned(asked), moment.markets);
  const window = await deviationsAt(moment, view.question, options);
  if (!window.ok) return window;
  const digestText = digestTextAt(moment, window.value.facts.digest);
  const shared = {
    view,
    window: window.value,
    digestText,
    lastModified: await lastModified(moment.snapshot, booksUsed(digestText, view.question), moment.asOf),
    errata: errataOfView(await errataOfAsset(moment.snapshot, view.question.asset), view),
  };
  if (view.minute === undefined) return answer({ ...shared, minute: undefined });
  const minute = await minuteAt(moment, view.question, view.minute);
  return minute.ok ? answer({ ...shared, minute: minute.value }) : minute;
}

/** The books that a view uses, of those that its digest names, by the days that it has of them: of the asset those of its venues, and all that lend rates or are of an underlying. */
const booksUsed = (digestText: string | undefined, { venues }: Question): readonly ReadBook[] =>
  digestText === undefined
    ? []
    : [...readDigestText(digestText).books.values()].flatMap(({ role, wanted: { market, source }, range }) =>
        range === undefined || (role === 'market' && venues?.includes(market.venue) === false)
          ? []
          : [{ market, source, first: dayOf(range.from), last: dayOf(minute(range.to - 1)) }],
      );

/** A view with its venues named: those with data; as of an instant, with data then. */
export function spelledOut(view: View, markets: readonly StoredMarket[]): View {
  const { asset, venues } = view.question;
  if (venues !== undefined) return view;
  const own = markets.filter(({ market }) => market.base === asset).map(({ market }) => market.venue);
  return own.length === 0 ? view : { ...view, question: { ...view.question, venues: [...new Set(own)].sort() } };
}
