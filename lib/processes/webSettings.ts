import { admissionSettings } from '../server/guard/admission';
import { publicOrigin } from '../server/http/origin';
import { answerMs } from '../server/kept/answerTime';
import { diskBytes } from '../server/kept/diskBytes';
import { logLevel } from '../server/log/level';
import { readMetricsAddress } from '../server/metrics/listen';
import { keptBoundUnknown } from '../words/en/keptAnswers';
import { originInvalid } from '../words/en/launch';
import { metricsAddressUnknown } from '../words/en/metrics';
import { BadInput } from './exit';
import { logTarget } from './logTarget';

/**
 * Refuses settings of the app that it could not read, before anything is built or started: its server would go on without a public address, and with any other
 * broken setting answer every request with 500.
 */
export function refuseBrokenSettings(env: NodeJS.ProcessEnv): void {
  const fault = faultOf(env);
  if (fault !== undefined) throw new BadInput(fault);
}

/** One line; undefined: all can be read. */
function faultOf(env: NodeJS.ProcessEnv): string | undefined {
  const origin = env['PLUMBLINE_ORIGIN'] ?? '';
  if (origin !== '' && publicOrigin(env) === undefined) return originInvalid(origin);
  const kept = env['PLUMBLINE_KEPT_MB'] ?? '';
  if (diskBytes(kept) === undefined) return keptBoundUnknown(kept);
  const metrics = readMetricsAddress(env['PLUMBLINE_METRICS'] ?? '');
  if (!metrics.ok) return metricsAddressUnknown(metrics.error);
  const broken = [logLevel(env), logTarget(env), answerMs(env), admissionSettings(env)].find((read) => !read.ok);
  return broken?.ok === false ? broken.error : undefined;
}
