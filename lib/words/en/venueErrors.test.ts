import { expect, it } from 'vitest';
import { proxyWords, venueErrorWords } from './venueErrors';

it.each([
  [venueErrorWords.status(503, ''), 'HTTP 503'],
  [venueErrorWords.status(400, 'Invalid symbol'), 'HTTP 400: Invalid symbol'],
  [venueErrorWords.refused('HTTP 451'), 'refused the request (HTTP 451)'],
  [venueErrorWords.maintenance('HTTP 503'), 'under maintenance (HTTP 503)'],
  [venueErrorWords.banned(1, 'HTTP 418'), 'banned this address for 1 minute (HTTP 418)'],
  [venueErrorWords.banned(1_440, 'HTTP 418'), 'banned this address for 1,440 minutes (HTTP 418)'],
  [venueErrorWords.redirected('HTTP 302'), 'redirected elsewhere (HTTP 302)'],
  [venueErrorWords.unreachable('ENOTFOUND'), 'cannot be reached (ENOTFOUND)'],
  [venueErrorWords.timeout(10_000), 'no answer within 10000 ms'],
  [venueErrorWords.broken('ECONNRESET'), 'the connection broke (ECONNRESET)'],
  [
    proxyWords.bad('HTTPS_PROXY'),
    'HTTPS_PROXY does not name an http proxy; write http://host:port, or unset HTTPS_PROXY',
  ],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
