import { parsed, type Parsed } from '../../domain/unit';
import { logLevelUnknown } from '../../words/en/serverProblems';

/** What PLUMBLINE_LOG takes, the most talkative first. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
const USUAL_LEVEL = 'info';

/** The level of PLUMBLINE_LOG; one line where it is none. */
export function logLevel(env: Readonly<Record<string, string | undefined>>): Parsed<LogLevel, string> {
  const given = env['PLUMBLINE_LOG'] ?? '';
  const level = given === '' ? USUAL_LEVEL : LOG_LEVELS.find((one) => one === given);
  return level === undefined ? { ok: false, error: logLevelUnknown(given, LOG_LEVELS) } : parsed(level);
}
