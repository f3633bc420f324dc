import type { RepliesAnswer } from '../../api/coverage';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { pairOf, type Asset } from '../../domain/market';
import { formatMinute, minute, type MinuteRange } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { provenanceOf, replyBody } from '../../store/replies/provenance';
import type { Context } from '../context';
import { answer, problem, type Outcome } from '../http/outcome';
import { windowOf } from '../held/window';

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
  const window = await windowOf(context, asset, asOf);
  if (!window.ok) return window;
  const { from, to } = range ?? window.value.range;
  const all = await provenanceOf(context.database, { asset, range: { from, to } });
  const held = asOf === undefined ? all : all.filter(({ receivedAtMs }) => receivedAtMs <= asOf);
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    asset,
    from: formatMinute(from),
    to: formatMinute(to),
    total: held.length,
    replies: held.slice(0, limit).map((reply) => ({
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

/** All of time. */
const EVER: MinuteRange = { from: minute(0), to: minute(Date.UTC(2999, 11, 31) / 60_000) };

/** A reply as it came, by the SHA-256 of its bytes. */
export async function reply(
  context: Context,
  asset: Asset,
  sha256: string,
): Promise<Outcome<{ body: string; simulated: boolean }>> {
  const held = (await provenanceOf(context.database, { asset, range: EVER })).filter((one) => one.sha256 === sha256);
  if (held.length === 0)
    return problem(
      'not-found',
      `no reply of ${asset} with this SHA-256 is held; /api/v1/coverage/replies?asset=${asset} lists those that are`,
    );
  for (const one of held.filter(({ hasBody }) => hasBody)) {
    const body = await replyBody(context.database, one);
    if (body !== undefined) return answer({ body, simulated: context.simulated });
  }
  return problem(
    'not-found',
    `of this reply of ${asset} the address, the time and the SHA-256 are held; its bytes were not kept`,
  );
}
