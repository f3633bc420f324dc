import { CRASH_2025_10_10 } from '../ingest/run/presets';
import { honourProxies } from '../ingest/venue/proxy';
import { reachable } from '../ingest/venue/reachable';
import { say } from '../processes/exit';
import { openDataset, type OpenDataset } from '../processes/dataset';
import { marketsWithData } from '../store/coverage/storedCoverage';
import { EXCHANGES_ANSWER, NO_EXCHANGE_REACHED, STEP_DATABASE, STEP_EXCHANGES } from '../words/en/launch';

/** Nobody waits longer than this to learn whether exchanges answer. */
const REACH_TIMEOUT_MS = 9_000;
/** A start that has candles to show already waits less. */
const REACH_AGAIN_TIMEOUT_MS = 2_000;

/** Runs work under a name, shown with its progress; `end` says what it came to. */
export type Step = <T>(name: string, work: () => Promise<T>, end?: (value: T) => string | undefined) => Promise<T>;

/**
 * The candles to serve, opened: the real ones where there are any or an exchange answers, else the rehearsal's. `rehearsal` asks
 * for these whatever there is.
 */
export async function chosenDataset({ rehearsal, step }: { rehearsal: boolean; step: Step }): Promise<OpenDataset> {
  const opened = await step(STEP_DATABASE, () => openDataset(rehearsal ? 'rehearsal' : 'real', say));
  if (rehearsal || (await hasCandles(opened))) return opened;
  const simulated = await openDataset('rehearsal', say);
  honourProxies(process.env);
  const timeoutMs = (await hasCandles(simulated)) ? REACH_AGAIN_TIMEOUT_MS : REACH_TIMEOUT_MS;
  const isReached = await step(
    STEP_EXCHANGES,
    () => reachable(CRASH_2025_10_10.venues, { timeoutMs }),
    (answers) => (answers ? EXCHANGES_ANSWER : NO_EXCHANGE_REACHED),
  );
  await (isReached ? simulated : opened).close();
  return isReached ? opened : simulated;
}

/** Whether there is something to see. */
export const hasCandles = async (dataset: OpenDataset): Promise<boolean> =>
  (await marketsWithData(dataset.context.database)).length > 0;
