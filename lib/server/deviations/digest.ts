import { daysRead } from '../../domain/daysRead';
import type { MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { canonicalText, digestOfText, type HashedMarket } from '../../evidence/digest';
import type { Wanted } from '../../store/days/candles';
import { hashedMarkets } from '../long/dayHashes';
import type { Readable } from '../../store/connection/client';
import type { Moment } from '../moment';
import { sameDataOf } from '../sameData';
import type { QuestionMarkets } from './analysisInput';

/** The share of hashing done, 0 to 1; may throw to stop it. */
export type OnShare = (share: number) => void;

/** Of each open moment the texts whose digests were told, by digest: whoever shows a digest may show what it is the hash of. */
const texts = new WeakMap<Readable, Map<string, string>>();

/** The canonical text of a digest that `digestFor` told of this moment; undefined: of none that it told. */
export const digestTextAt = ({ snapshot }: Pick<Moment, 'snapshot'>, digest: string): string | undefined =>
  texts.get(snapshot)?.get(digest);

/** The digest of a question's answer, of markets that were looked up before: in a fraction of the answer's time, where its days were hashed before. */
export async function digestFor(
  { snapshot, fresh, ...moment }: Pick<Moment, 'snapshot' | 'fresh' | 'markets' | 'asOf'>,
  question: Question,
  { markets, underlyingMarkets, rateMarkets }: QuestionMarkets,
  onShare: OnShare = () => undefined,
): Promise<string> {
  const days = daysRead(question);
  const same = sameDataOf(moment);
  // All that decides which books each list names, of the books there are.
  const about = `${question.asset} ${String(underlyingMarkets !== undefined)}`;
  const lines = (
    name: string,
    window: MinuteRange,
    some: readonly Wanted[],
    from: number,
    share: number,
  ): Promise<readonly HashedMarket[]> =>
    same.lines(`${name} ${about}`, window, () =>
      hashedMarkets(fresh, { snapshot, window, asOf: question.asOf }, some, (part) => {
        onShare(from + part * share);
      }),
    );
  const text = canonicalText({
    question,
    markets: await lines('own', days.markets, markets, 0, 0.5),
    underlyingMarkets: await lines('underlying', days.markets, underlyingMarkets ?? [], 0.5, 0.1),
    rateMarkets: await lines('rates', days.rates, rateMarkets, 0.6, 0.4),
  });
  const digest = digestOfText(text);
  const told = texts.get(snapshot) ?? new Map<string, string>();
  texts.set(snapshot, told.set(digest, text));
  return digest;
}
