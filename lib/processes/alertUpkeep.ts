import { failureText } from '../domain/failure';
import { instant } from '../domain/instant';
import { readAlertFile, type AlertFile } from '../server/alerts/alertFile';
import { deliverAlerts } from '../server/alerts/deliver';
import { evaluateAlerts } from '../server/alerts/evaluate';
import { publicOrigin } from '../server/http/origin';
import { ownSigner } from '../server/keys/keyring';
import { refreshEpisodes } from '../server/scan/refresh';
import { alertChanges, alertsFailed } from '../words/en/cli/alerts';
import type { OpenDataset } from './dataset';
import type { Upkeep } from './upkeep';
import { afterSettled } from './settled';

/** The venues' rounds begin eight seconds after a minute; so long after the first of them, most have it. */
const SETTLE_MS = 5_000;

/**
 * What `follow` does of alerts, beside its candles: judges the rules of the home once a minute, by episodes brought up to date, and sends what came of it.
 * Nothing here is waited for by a venue's round, and nothing here ends it. At the end it is done once more, with one attempt to send each.
 */
export function alertUpkeep({ context }: OpenDataset, say: (line: string) => void): Upkeep {
  let sending: Promise<void> | undefined;
  let said = '';
  /** A fault that lasts is said once. */
  const sayOnce = (line: string): void => {
    if (line !== said && line !== '') say(line);
    said = line;
  };
  const fileNow = async (): Promise<AlertFile> => {
    const file = await readAlertFile(process.env);
    if (!file.ok) sayOnce(file.error);
    return file.ok ? file.value : { rules: [], receivers: [] };
  };
  const sendDue = async (): Promise<void> => {
    const { receivers } = await fileNow();
    await deliverAlerts(context, {
      receivers: receivers.filter(({ inRehearsal }) => inRehearsal || !context.simulated),
      signer: () => ownSigner(process.env),
      now: Date.now,
      origin: publicOrigin(process.env),
      say,
    });
  };
  const failed = (failure: unknown): void => {
    sayOnce(alertsFailed(failureText(failure)));
  };
  const deliver = (): Promise<void> =>
    (sending ??= sendDue()
      .catch(failed)
      .finally(() => {
        sending = undefined;
      }));
  const evaluate = async (): Promise<void> => {
    try {
      const file = await fileNow();
      if (file.rules.length === 0) return;
      await refreshEpisodes(context.database);
      const changes = await evaluateAlerts(context, { ...file, now: instant(Date.now()) });
      if (changes > 0) say(alertChanges(changes));
    } catch (failure) {
      failed(failure);
    }
  };
  const settled = afterSettled(async () => {
    await evaluate();
    void deliver();
  }, SETTLE_MS);
  return {
    note: ({ newest }) => {
      settled.note(newest);
      void deliver();
    },
    end: async () => {
      await settled.end();
      await evaluate();
      await sending;
      await deliver();
    },
  };
}
