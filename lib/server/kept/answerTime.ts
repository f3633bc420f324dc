import { parsed, type Parsed } from '../../domain/unit';
import { answerTimeUnknown } from '../../words/en/serverProblems';

/** A year of every asset is made in less; whoever waits longer has left. */
export const USUAL_ANSWER_S = 300;

/** How long making one answer may take, ms, by PLUMBLINE_ANSWER_S; undefined: as long as it takes. One line where it cannot be read. */
export function answerMs(env: Readonly<Record<string, string | undefined>>): Parsed<number | undefined, string> {
  const given = env['PLUMBLINE_ANSWER_S'] ?? '';
  if (!/^\d{0,6}$/.test(given)) return { ok: false, error: answerTimeUnknown(given) };
  const seconds = given === '' ? USUAL_ANSWER_S : Number(given);
  return parsed(seconds === 0 ? undefined : seconds * 1_000);
}
