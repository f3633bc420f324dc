import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import { searchIn } from '../../permalink/query';
import { segmentsOf } from '../../permalink/segments';
import { ESCAPES_BROKEN, fieldLost, NO_PATH, STATE_BROKEN } from '../../words/en/serverProblems';
import { kindOf, pathOf } from './headers';

/** What a request asks for without the host that it may name before the path (RFC 9112, 3.2.2): nobody but us is meant. */
export const withoutHost = (target: string): string =>
  target.replace(/^https?:\/\/[^/?#]*(?<rest>.?)/i, (_, rest: string) => (rest === '/' ? rest : `/${rest}`));

/**
 * Why a request cannot be read, in one line, where the web framework would break down over it, or drop a part of it in silence; undefined: it
 * can. Of a page's path the page's own refusal tells (proxy.ts).
 */
export function unreadable({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined {
  if (!url.startsWith('/')) return NO_PATH;
  const lost = lostName(url);
  if (lost !== undefined) return fieldLost(lost);
  const kind = kindOf(url);
  if ((kind === 'data' || kind === 'built') && segmentsOf(pathOf(url)) === undefined) return ESCAPES_BROKEN;
  return headers['rsc'] === undefined || isState(headers['next-router-state-tree']) ? undefined : STATE_BROKEN;
}

/** Names that the web framework takes out of a query for itself, before anybody who would refuse them has read it. */
const LOST = /^(?:__proto__$|nxt[PI])/;

const lostName = (url: string): string | undefined =>
  [...searchIn(url.slice(pathOf(url).length)).keys()].find((name) => LOST.test(name));

/** As the web framework reads it, who would answer 500. */
function isState(given: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(given);
    return true;
  } catch {
    return false;
  }
}
