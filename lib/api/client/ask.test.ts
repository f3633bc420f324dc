import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from './ask';
import { progress } from './operations';
import { Refused } from './refused';

const idle = { method: 2, simulated: false, running: false, venues: [] };
const answering = (body: string, status = 200): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};
const asked = (): Promise<unknown> => ask(progress, '/api/v1/progress');
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

  it('says so when the code that checks the answer does not come', async () => {
    answering(JSON.stringify(idle));
    const contract = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const broken = { ...progress, answer: { name: 'progressAnswer', contract } };
    const failure: unknown = await ask(broken, '/api/v1/progress').catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ name: 'Refused', code: 'unreachable' });
  });

  it.each([
    ['30', 30],
    ['0', 0],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('passes on after how long to ask again: retry-after %s is %s seconds', async (written, seconds) => {
    const body = JSON.stringify({ error: { code: 'unavailable', message: 'busy' } });
    for (const text of [body, '<html>']) {
      vi.stubGlobal('fetch', () =>
        Promise.resolve(
          new Response(text, { status: 503, headers: written === undefined ? {} : { 'retry-after': written } }),
        ),
      );
      expect(await refusal()).toMatchObject({ status: 503, retryAfterS: seconds });
    }
  });

  it('is let go of with what its signal was aborted with', async () => {
    const gone = new Error('gone on');
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason as Error));
    await expect(ask(progress, '/api/v1/progress', { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  });
});

describe('asking for long work', () => {
  const lines = (...said: readonly unknown[]): string =>
    said.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  const streaming = (body: string | ReadableStream<Uint8Array>, type = 'application/x-ndjson', status = 200): void => {
    vi.stubGlobal('fetch', (_: string, { headers }: { headers: { accept: string } }) => {
      expect(headers.accept).toBe('application/json, application/x-ndjson');
      return Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
    });
  };
  const shares: number[] = [];
  const work = (signal?: AbortSignal): Promise<unknown> => {
    shares.length = 0;
    return ask(progress, '/api/v1/deviations', { signal, onProgress: (share) => shares.push(share) });
  };
  const refused = async (): Promise<unknown> => work().catch((thrown: unknown) => thrown);

  it('tells its progress, then gives the answer that fits the contract', async () => {
    streaming(lines({ progress: 0 }, { progress: 0.37 }, { answer: idle }));
    expect(await work()).toEqual(idle);
    expect(shares).toEqual([0, 0.37]);
  });

  it('passes on a problem that came in the last line, retried only where that may help', async () => {
    streaming(lines({ progress: 0.5 }, { error: { code: 'not-held', message: 'ATOM is not held' } }));
    expect(await refused()).toMatchObject({ message: 'ATOM is not held', code: 'not-held', status: 404 });
    streaming(lines({ error: { code: 'unavailable', message: 'the database is away' } }));
    expect(await refused()).toMatchObject({ code: 'unavailable', status: 503 });
  });

  it('passes on a problem known before the first line', async () => {
    streaming(
      JSON.stringify({ error: { code: 'bad-request', message: 'from comes before to' } }),
      'application/json',
      400,
    );
    expect(await refused()).toMatchObject({ message: 'from comes before to', status: 400 });
  });

  it('takes an answer that came whole', async () => {
    streaming(JSON.stringify(idle), 'application/json');
    expect(await work()).toEqual(idle);
  });

  it('names the field of an answer that does not fit the contract', async () => {
    streaming(lines({ answer: { ...idle, running: 'yes' } }));
    expect(((await refused()) as Error).message).toContain('running');
  });

  it.each([
    ['nothing', ''],
    ['progress alone', '{"progress":0.9}\n'],
    ['half an answer', '{"progress":0.9}\n{"answer":{"meth'],
  ])('says that the answer was cut off where %s came', async (_, body) => {
    streaming(body);
    expect(await refused()).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('cut off') as string,
    });
  });

  it('stops listening when the reader goes on to another view', async () => {
    const reader = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(lines({ progress: 0.1 })));
        reader.signal.addEventListener('abort', () => {
          controller.error(reader.signal.reason);
        });
      },
    });
    streaming(body);
    const asking = work(reader.signal);
    reader.abort(new DOMException('gone on', 'AbortError'));
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
