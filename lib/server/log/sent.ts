import type { IncomingMessage } from 'node:http';
import { decoded } from './scrubbed';
import { routeOf } from '../watch/route';

/** Shorter ones are in every text. */
const LEAST_CHARACTERS = 4;
/** What is public however it is written: an asset, a time. */
const PUBLIC = /^(?:(?=[0-9]*[A-Z])[A-Z0-9]{1,20}|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)$/;

/**
 * What a reader wrote into a request, the longest first: values of its headers and of its query, parts of its path. Not what our own addresses are made of, nor assets
 * and times.
 */
export function sentIn({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): readonly string[] {
  const [path = '', ...query] = url.split(/[?&]/);
  const route = routeOf(url);
  const segments = path.split('/').filter((segment) => !route.includes(segment));
  const values = query.map((field) => field.replace(/^[^=]*=/, ''));
  const inHeaders = Object.entries(headers).flatMap(([name, value]) => [
    ...[value ?? []].flat(),
    // Each cookie, and credentials without the name of their kind.
    ...(name === 'cookie' || name === 'authorization' ? String(value).split(/[\s;=]+/) : []),
  ]);
  const written = [...segments, ...values].flatMap((text) => [text, decoded(text), decoded(text).replaceAll('+', ' ')]);
  return [...new Set([...written, ...inHeaders])]
    .filter((text) => text.length >= LEAST_CHARACTERS && !PUBLIC.test(text))
    .sort((a, b) => b.length - a.length);
}
