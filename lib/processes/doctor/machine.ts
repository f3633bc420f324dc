import { failureLine } from '../../domain/failure';
import { SERVED_FILE_TIMEOUT_MS } from './limits';
import { fontFault } from '../../server/pictures/fontFault';
import * as words from '../../words/en/cli/doctor';
import { listenAddress } from '../listenAddress';
import { webPort } from '../port';
import { refuseBrokenSettings } from '../webSettings';
import { fault, ok, type Finding } from './finding';

/** package.json's `engines`. */
const LEAST_NODE = [20, 19] as const;

/** `version`: as process.versions.node has it. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const isEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return isEnough
    ? ok('node', words.nodeFound(version))
    : fault('node', words.nodeTooOld(version, LEAST_NODE.join('.')));
}

/** Whether every picture can be set. */
export function fontFinding(): Finding {
  const missing = fontFault();
  return missing === undefined ? ok('fonts', words.FONTS_FOUND) : fault('fonts', missing);
}

/** Where the app would listen, or listens. */
export async function portFindings(env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  try {
    refuseBrokenSettings(env);
  } catch (failure) {
    found.push(fault('port', failureLine(failure)));
  }
  try {
    found.push(ok('port', words.portFree(await webPort(env))));
  } catch (failure) {
    const port = Number(env['PORT']);
    found.push((await isOurs(env, port)) ? ok('port', words.portOurs(port)) : fault('port', failureLine(failure)));
  }
  return found;
}

/** Whether what listens there has the file of keys that this app serves. */
async function isOurs(env: NodeJS.ProcessEnv, port: number): Promise<boolean> {
  if (!Number.isInteger(port)) return false;
  const { asked } = listenAddress(env, port);
  const host = asked.includes(':') ? `[${asked}]` : asked;
  try {
    const reply = await fetch(`http://${host}:${String(port)}/.well-known/plumbline-keys.json`, {
      signal: AbortSignal.timeout(SERVED_FILE_TIMEOUT_MS),
    });
    const read: unknown = reply.ok ? await reply.json() : undefined;
    return typeof read === 'object' && read !== null && 'keys' in read;
  } catch {
    return false;
  }
}
