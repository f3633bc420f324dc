import { formatInstant, instant } from '../../domain/instant';
import type { Signer } from '../../evidence/seal';
import { noteSent, takeOwed, type Owed } from '../../store/alerts/alerts';
import { withTransaction } from '../../store/connection/transactions';
import { alertGivenUp } from '../../words/en/cli/alerts';
import type { Context } from '../context';
import type { Receiver } from './alertFile';
import { alertMessageOf } from './message';
import { send, type SendOutcome } from './send';

/** After so many seconds it is tried again, then after so many: eight tries in some four hours. */
const AGAIN_AFTER_S = [10, 30, 120, 600, 1_800, 3_600, 7_200] as const;
const MS_PER_SECOND = 1_000;
/** A receiver answers within a second; one that has not after ten is asked again later. */
const TIMEOUT_MS = 10_000;
/** Longer than an attempt: where the process that makes it is killed, another makes the next. */
const TAKEN_MS = 60_000;
const AT_ONCE = 16;

export interface DeliverOptions {
  readonly receivers: readonly Receiver[];
  readonly signer: () => Promise<Signer>;
  readonly now: () => number;
  /** The app's public address, before addresses of views. */
  readonly origin: string | undefined;
  /** What was given up, one line each. */
  readonly say: (line: string) => void;
}

/** Sends what is owed to the receivers and due, and notes what came of each; what was not taken comes again, later each time. Answers how many were taken. */
export async function deliverAlerts(context: Context, options: DeliverOptions): Promise<number> {
  const { receivers, now } = options;
  if (receivers.length === 0) return 0;
  let taken = 0;
  for (;;) {
    const at = now();
    const owed = await withTransaction(context.database, (client) =>
      takeOwed(client, {
        receivers: receivers.map(({ id }) => id),
        now: iso(at),
        until: iso(at + TAKEN_MS),
        limit: AT_ONCE,
      }),
    );
    if (owed.length === 0) return taken;
    taken += owed.length;
    await Promise.all(owed.map((one) => deliver(context, one, options)));
  }
}

async function deliver(
  context: Context,
  owed: Owed,
  { receivers, signer, now, origin, say }: DeliverOptions,
): Promise<void> {
  const receiver = receivers.find(({ id }) => id === owed.receiver);
  if (receiver === undefined) throw new RangeError('what is owed was asked for by receiver');
  const nowMs = now();
  const body = JSON.stringify(alertMessageOf(owed, { simulated: context.simulated, origin }));
  const id = `${owed.alert.id}-${String(owed.change.sequence)}`;
  const outcome: SendOutcome = await send(
    receiver,
    { id, body },
    { signer: await signer(), nowMs, timeoutMs: TIMEOUT_MS },
  );
  const wait = AGAIN_AFTER_S[owed.attempt - 1];
  const next = outcome.isSent || wait === undefined ? undefined : iso(nowMs + wait * MS_PER_SECOND);
  await withTransaction(context.database, (client) => noteSent(client, owed, { ...outcome, next }));
  if (!outcome.isSent && next === undefined)
    say(alertGivenUp(id, new URL(receiver.url).host, owed.attempt, outcome.outcome));
}

const iso = (ms: number): string => formatInstant(instant(ms));
