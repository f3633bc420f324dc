import { describe, expect, it, vi } from 'vitest';
import { answer, problem } from './outcome';
import { NDJSON } from './plainly';
import { lines, wantsLines } from './stream';

const written = answer({ json: new TextEncoder().encode('{"asset":"ATOM"}'), simulated: false });
const linesOf = async (response: Response): Promise<unknown[]> =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('long work as lines', () => {
  it('is wanted where the reader says so', () => {
    expect(wantsLines(new Request('http://localhost/', { headers: { accept: NDJSON } }))).toBe(true);
    expect(wantsLines(new Request('http://localhost/', { headers: { accept: 'application/json' } }))).toBe(false);
  });

  it('tells how far it is, and at last the answer', async () => {
    const response = lines(({ onProgress }) => {
      onProgress(0.25);
      return Promise.resolve(written);
    });
    expect(response.headers.get('content-type')).toBe(NDJSON);
    expect(await linesOf(response)).toEqual([{ progress: 0.25 }, { answer: { asset: 'ATOM' } }]);
  });

  it('ends with the problem where there is no answer', async () => {
    expect(await linesOf(lines(() => Promise.resolve(problem('not-held', 'ATOM is not held'))))).toEqual([
      { error: { code: 'not-held', message: 'ATOM is not held' } },
    ]);
  });

  it('ends with one line without a stack where the work broke', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [last] = await linesOf(lines(() => Promise.reject(new Error('a bug'))));
    expect(last).toMatchObject({ error: { code: 'internal' } });
    expect(JSON.stringify(last)).not.toContain('a bug');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('ends the work when the reader goes away', async () => {
    let signal: AbortSignal | undefined;
    const response = lines((options) => {
      ({ signal } = options);
      options.onProgress(0.1);
      return new Promise(() => undefined);
    });
    await response.body?.cancel();
    expect(signal?.aborted).toBe(true);
  });
});
