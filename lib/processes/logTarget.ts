import { parsed, type Parsed } from '../domain/unit';
import { logTargetUnknown } from '../words/en/launch';

/** Where PLUMBLINE_LOG_TO has the app's log go; one line where it names no place. */
export function logTarget(env: NodeJS.ProcessEnv): Parsed<'file' | 'stderr', string> {
  const given = env['PLUMBLINE_LOG_TO'] ?? '';
  if (given === '' || given === 'file') return parsed('file');
  return given === 'stderr' ? parsed('stderr') : { ok: false, error: logTargetUnknown(given) };
}
