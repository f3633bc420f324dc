import { formatMinute } from '../domain/minute';
import type { Question, Reference } from '../domain/question';

const referenceText = (reference: Reference): string => (reference.kind === 'others' ? 'others' : `venue:${reference.venue}`);

function shared(question: Question): [string, string][] {
  return [
    ...(question.venues === undefined ? [] : [['venues', question.venues.join(',')] as [string, string]]),
    ['reference', referenceText(question.reference)],
    ['rate', question.rate],
    ['minPeers', String(question.minPeers)],
  ];
}

/** `:` and `,` mean nothing in a query string; left as they are, an address can be read and typed. */
const written = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`).join('&');

/** The query string of GET /api/v1/deviations, every parameter said. */
export const deviationsParameters = (question: Question): string =>
  written([
    ['asset', question.asset],
    ['from', formatMinute(question.range.from)],
    ['to', formatMinute(question.range.to)],
    ...shared(question),
    ['enter', String(question.enter)],
  ]);

/** The query string of GET /api/v1/minutes/ASSET/MINUTE. */
export const minuteParameters = (question: Question): string => written(shared(question));
