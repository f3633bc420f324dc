import { afterEach, describe, expect, it, vi } from 'vitest';
import { progressAnswer } from '../api/progress';
import { ask, mayRetry, Refused } from './ask';

const idle = { method: 1, simulated: false, running: false, venues: [] };
const answering = (body: string, status = 200): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};
const asked = (): Promise<unknown> => ask(progressAnswer, '/api/v1/progress', new AbortController().signal);
const refusal = async (): Promise<Refused> => {
  const failure: unknown = await asked().catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Refused);
  return failure as Refused;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('asking the API', () => {
  it('gives the answer that fits the contract', async () => {
    answering(JSON.stringify(idle));
    expect(await asked()).toEqual(idle);
  });

  it('passes on the one line the API wrote, with its code and status', async () => {
    answering(JSON.stringify({ error: { code: 'not-held', message: 'ATOM is not held' } }), 404);
    expect(await refusal()).toMatchObject({ message: 'ATOM is not held', code: 'not-held', status: 404 });
  });

  it('names the field that does not fit the contract', async () => {
    answering(JSON.stringify({ ...idle, running: 'yes' }));
    expect((await refusal()).message).toContain('running');
  });

  it('says so when the answer is not JSON', async () => {
    answering('<html>', 502);
    expect(await refusal()).toMatchObject({ code: 'unreadable', status: 502 });
  });

  it('says so when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    expect(await refusal()).toMatchObject({ code: 'unreachable' });
  });

  it('tries again when the server was away, not when the question was wrong', () => {
    expect(mayRetry(0, new Refused('away', 0, 'unreachable'))).toBe(true);
    expect(mayRetry(0, new Refused('busy', 503, 'unavailable'))).toBe(true);
    expect(mayRetry(0, new Refused('wrong', 400, 'bad-request'))).toBe(false);
    expect(mayRetry(2, new Refused('away', 0, 'unreachable'))).toBe(false);
  });
});
