import { instant } from '../domain/instant';
import { readAlertFile, type AlertFile } from '../server/alerts/alertFile';
import { deliverAlerts } from '../server/alerts/deliver';
import { evaluateAlerts } from '../server/alerts/evaluate';
import { publicOrigin } from '../server/http/origin';
import { ownSigner } from '../server/keys/keyring';
import { alertChanges, alertsFailed } from '../words/en/cli/alerts';
import type { OpenDataset } from './dataset';

/** What `follow` does of alerts, beside its candles: nothing here is waited for by a venue's round, and nothing here ends it. */
export interface AlertRun {
  /** Judges the rules of the home by episodes that are up to date, and sends what came of it. */
  readonly evaluate: () => Promise<void>;
  /** Sends what is due, where nobody is sending. */
  readonly deliver: () => void;
  /** A last time, one attempt each. */
  readonly end: () => Promise<void>;
}

export function alertRun({ context }: OpenDataset, say: (line: string) => void): AlertRun {
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
    sayOnce(alertsFailed(failure instanceof Error ? failure.message : String(failure)));
  };
  const deliver = (): Promise<void> =>
    (sending ??= sendDue()
      .catch(failed)
      .finally(() => {
        sending = undefined;
      }));
  const evaluate = async (): Promise<void> => {
    try {
      const changes = await evaluateAlerts(context, { ...(await fileNow()), now: instant(Date.now()) });
      if (changes > 0) say(alertChanges(changes));
    } catch (failure) {
      failed(failure);
    }
  };
  return {
    evaluate: async () => {
      await evaluate();
      void deliver();
    },
    deliver: () => void deliver(),
    end: async () => {
      await evaluate();
      await sending;
      await deliver();
    },
  };
}
