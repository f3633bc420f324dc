import { analyse } from '../../analysis/analyse';
import type { Question } from '../../domain/question';
import type { MarketColumns } from '../../domain/marketColumns';
import { nameOf, type Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { columnsOf } from '../../store/days/candles';
import { provenanceOf, type Reply } from '../../store/replies/provenance';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { analysisInputAt, missingDataProblem, questionMarkets } from '../deviations/analysisInput';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment } from '../moment';

/** A market that takes part in a view, with what is stored of it by the source that the view uses. */
export interface StoredBook extends MarketColumns {
  readonly range: MinuteRange;
  /** The replies it was read from, oldest first; of minutes around the range too. */
  readonly replies: readonly Reply[];
}

/** The books that stand for the venues of a question, in its range, by venue. Those of rates and of an underlying are not among them. */
export const storedBooks = (context: Context, question: Question): Promise<Outcome<readonly StoredBook[]>> =>
  atOneMoment(context, question.asOf, async (moment) => {
    const { asset, asOf } = question;
    const asked = questionMarkets(moment.markets, question);
    const input = asked === undefined ? undefined : await analysisInputAt(moment, question);
    if (asked === undefined || input === undefined) return noAssetProblem(asset, asOf);
    const missingData = missingDataProblem(question, asked);
    if (missingData !== undefined) return missingData;
    const replies = (await provenanceOf(moment.snapshot, { asset, range: question.range })).filter(
      ({ receivedAtMs }) => asOf === undefined || receivedAtMs <= asOf,
    );
    const books: StoredBook[] = [];
    for (const { market, source, range } of analyse(input).series.flatMap((series) => series.books)) {
      for (const columns of await columnsOf(moment.snapshot, [{ market, source }], range, { asOf }))
        books.push({ ...columns, range, replies: replies.filter((reply) => isOf(reply, market, source)) });
    }
    return answer(books);
  });

const isOf = (reply: Reply, market: Market, source: Reply['source']): boolean =>
  reply.source === source && nameOf(reply.market) === nameOf(market);
