import { restsOn } from '../../store/connection/reading';
import type { ProgressAnswer } from '../../api/progress';
import { METHOD_VERSION } from '../../domain/method';
import { readProgress } from '../../store/ingestProgress';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';

/** The ingest that runs now, by venue; `running: false` with the last one's end state otherwise. */
export async function progress(context: Context): Promise<Outcome<ProgressAnswer>> {
  restsOn({ isFleeting: true });
  const run = await readProgress(context.database, Date.now());
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    running: run?.running ?? false,
    ...(run === undefined ? {} : { elapsedSeconds: (run.heartbeatAtMs - run.startedAtMs) / 1_000 }),
    venues: (run?.venues ?? []).map(({ venue, state, doneMinutes, totalMinutes, candles, note }) => ({
      venue,
      state,
      doneMinutes,
      totalMinutes,
      candles,
      note,
    })),
  });
}
