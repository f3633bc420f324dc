import { expect, test } from '@playwright/test';
import { problem } from '../lib/api/problem';
import { HOSTILE_REQUESTS, type HostileRequest } from '../lib/fuzz/testing/hostileRequests';
import { rawRequest } from '../lib/fuzz/testing/rawRequest';

// What no browser sends, sent to the built app over bare connections: what stands before the routes, and the web framework, must refuse it.

const ORIGIN = process.env['PLUMBLINE_ADDRESS'] ?? '';
/** An answer that is not there by then never comes. */
const PATIENCE_MS = 30_000;
const AT_ONCE = 4;

/** What is refused before it is a request: Node's own answer, without headers of ours. */
const NO_REQUEST = /^HTTP\/1\.1 (?:400|431) [\w ]+\r\nConnection: close(?:\r\n(?:Date|Transfer-Encoding): [^\r]+)*$/;
const OUR_DATA = /^GET (?:http:\/\/\S+?)?\/api\/v1\//;

async function faultsOf({ text, statuses }: HostileRequest): Promise<readonly string[]> {
  const { status, head, body, hung } = await rawRequest(ORIGIN, Buffer.from(text, 'latin1'), PATIENCE_MS);
  const [first = ''] = text.split('\r\n\r\n');
  const faults: string[] = [];
  if (hung) faults.push('hung');
  if (status === undefined || status >= 500) faults.push(`answered ${String(status)}`);
  else if (statuses?.includes(status) === false) faults.push(`answered ${String(status)}, not ${statuses.join()}`);
  if (/node_modules|[/\\]lib[/\\][\w/]+\.ts|^\s+at \w+ \(/m.test(body)) faults.push('shows a stack');
  const [, location = '/'] = /\r\nlocation: ([^\r]*)/i.exec(head) ?? [];
  if (!/^\/(?![/\\])/.test(location)) faults.push(`leads to ${location}`);
  if (/\r\nset-cookie:/i.test(head)) faults.push('sets a cookie');
  if (!NO_REQUEST.test(head)) {
    if (!/\r\nx-content-type-options: nosniff/i.test(head)) faults.push('has no headers of ours');
    if (OUR_DATA.test(text) && status !== undefined && status >= 400 && !isProblem(body)) faults.push('is no problem');
  }
  return faults.map((fault) => `${fault}: ${JSON.stringify(first.slice(0, 200))}`);
}

/** Perhaps in chunks. */
function isProblem(body: string): boolean {
  const [json = ''] = /\{.*\}/s.exec(body) ?? [];
  try {
    return problem.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

test('a request that no browser sends is answered, and never by a breakdown', async () => {
  // Some four hundred, of which some are pages: on a busy machine they take longer than any other test.
  test.slow();
  const left = [...HOSTILE_REQUESTS];
  const faults: string[] = [];
  const asking = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) faults.push(...(await faultsOf(one)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  expect(faults).toEqual([]);
  expect((await fetch(`${ORIGIN}/healthz`)).status).toBe(200);
});
