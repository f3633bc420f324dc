import { minuteAt, minuteRange, type Minute } from '../../domain/minute';
import type { Answer, Ledger, Recorded } from '../../domain/observation';

/**
 * A minute for which a venue sends no row so soon after its end may be one whose row is not out yet. Nobody says how late rows
 * may be; a minute later the next one has its rows at every venue seen.
 */
const SILENCE_MS = 60_000;

const NOTHING: Recorded = { added: 0, unchanged: 0, revised: 0 };

/** The answer without the silence at its end that is too young to mean "no trade"; undefined: nothing else is in it. */
export function withoutYoungSilence(answer: Answer, clockMs: number): Answer | undefined {
  const { asked, candles, quarantined } = answer;
  const known = [...candles, ...quarantined].flatMap(({ minute }) => (minute === undefined ? [] : [minute + 1]));
  const to = Math.min(asked.to, Math.max(minuteAt(clockMs - SILENCE_MS), ...known)) as Minute;
  if (to === asked.to) return answer;
  return to <= asked.from ? undefined : { ...answer, asked: minuteRange(asked.from, to) };
}

/** The ledger without young silence: those minutes stay unanswered and are asked again with the next round. */
export const hearingOut = (ledger: Ledger, clockMs: () => number): Ledger => ({
  answered: (market, source, range) => ledger.answered(market, source, range),
  attempted: (attempts) => ledger.attempted(attempts),
  record: (answers) => {
    const settled = answers.flatMap((answer) => withoutYoungSilence(answer, clockMs()) ?? []);
    return settled.length === 0 ? Promise.resolve(NOTHING) : ledger.record(settled);
  },
});
