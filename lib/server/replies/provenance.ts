import type { RepliesAnswer } from '../../api/coverage';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { pairOf, type Asset } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { provenanceOf, replyOfHash } from '../../store/replies/provenance';
import { restsOn } from '../../store/connection/reading';
import type { Context } from '../context';
import { answer, problem, type Outcome } from '../http/outcome';
import { windowOf } from '../coverage/window';
import { stillToCome } from '../moment';
import { replyBytesGone, replyUnknown } from '../../words/en/reply';

export interface RepliesAsked {
  readonly asset: Asset;
  /** undefined: the window the asset opens with. */
  readonly range?: MinuteRange | undefined;
  readonly limit: number;
  /** Only what had been received then; undefined: up to now. */
  readonly asOf?: Instant | undefined;
}

/** The replies that the candles of an asset were read from, for the minutes of a range. */
export async function replies(
  context: Context,
  { asset, range, limit, asOf }: RepliesAsked,
): Promise<Outcome<RepliesAnswer>> {
  // Raw replies come and go beside the days.
  restsOn({ isFleeting: true });
  const early = stillToCome(asOf);
  if (early !== undefined) return early;
  const window = await windowOf(context, asset, asOf);
  if (!window.ok) return window;
  const { from, to } = range ?? window.value.range;
  const all = await provenanceOf(context.database, { asset, range: { from, to } });
  const received = asOf === undefined ? all : all.filter(({ receivedAtMs }) => receivedAtMs <= asOf);
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    asset,
    from: formatMinute(from),
    to: formatMinute(to),
    total: received.length,
    replies: received.slice(0, limit).map((reply) => ({
      venue: reply.market.venue,
      market: pairOf(reply.market),
      kind: reply.market.kind,
      source: reply.source,
      from: formatMinute(reply.range.from),
      to: formatMinute(reply.range.to),
      address: reply.address,
      received: formatInstant(instant(reply.receivedAtMs)),
      sha256: reply.sha256,
      reader: reply.reader,
      bodyKept: reply.hasBody,
    })),
  });
}

/** A reply as it came, by the SHA-256 of its bytes. */
export async function replyBytes(
  context: Context,
  asset: Asset,
  sha256: string,
): Promise<Outcome<{ body: string; simulated: boolean }>> {
  restsOn({ isFleeting: true });
  const found = await replyOfHash(context.database, asset, sha256);
  if (found === undefined) return problem('not-found', replyUnknown(asset));
  if (found.body === undefined) return problem('not-found', replyBytesGone(asset));
  return answer({ body: found.body, simulated: context.simulated });
}
