import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectFailure } from '../../store/connection/failures';
import { answer, problem } from './outcome';
import { guarded, pictureReply, reply } from './reply';

afterEach(() => {
  vi.restoreAllMocks();
});

const png = new Uint8Array([137, 80, 78, 71]);

describe('an answer made from simulated candles', () => {
  it('says SIMULATED in its headers, and in its body', async () => {
    const said = reply(answer({ simulated: true, x: null }));
    expect(said.headers.get('x-plumbline-simulated')).toBe('SIMULATED');
    expect(await said.json()).toEqual({ simulated: true, x: null });
    expect(pictureReply(answer({ png, fileName: 'a.png', simulated: true })).headers.get('x-plumbline-simulated')).toBe(
      'SIMULATED',
    );
  });

  it('leaves the header out of what venues really said', () => {
    expect(reply(answer({ simulated: false })).headers.has('x-plumbline-simulated')).toBe(false);
    expect(
      pictureReply(answer({ png, fileName: 'a.png', simulated: false })).headers.has('x-plumbline-simulated'),
    ).toBe(false);
  });
});

describe('a reply that something cannot be had now', () => {
  it('says when to ask again, and no other does', () => {
    expect(reply(problem('unavailable', 'x')).headers.get('retry-after')).toBe('5');
    expect(reply(problem('internal', 'x')).headers.has('retry-after')).toBe(false);
  });
});

describe('a reply', () => {
  it('is never kept by a cache: stored candles may grow', () => {
    for (const said of [
      reply(answer({ simulated: false })),
      reply(problem('not-held', 'x')),
      pictureReply(answer({ png, fileName: 'a.png', simulated: false })),
    ]) {
      expect(said.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('of a picture is the picture, under its file name', async () => {
    const said = pictureReply(answer({ png, fileName: 'plumbline-ATOM.png', simulated: false }));
    expect(said.headers.get('content-type')).toBe('image/png');
    expect(said.headers.get('content-disposition')).toBe('inline; filename="plumbline-ATOM.png"');
    expect(new Uint8Array(await said.arrayBuffer())).toEqual(png);
  });

  it.each([
    ['bad-request', 400],
    ['not-found', 404],
    ['not-held', 404],
    ['unavailable', 503],
    ['internal', 500],
  ] as const)('with the problem %s has status %i', async (code, status) => {
    const said = reply(problem(code, 'do that'));
    expect(said.status).toBe(status);
    expect(await said.json()).toEqual({ error: { code, message: 'do that' } });
  });
});

describe('what was not foreseen', () => {
  it('goes to the log whole, and to the reader as one line without a stack', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failure = new Error('SELECT secret FROM somewhere');
    const said = await guarded(() => Promise.reject(failure));
    expect(said.status).toBe(500);
    expect(await said.json()).toEqual({
      error: { code: 'internal', message: 'internal error; see the server log' },
    });
    expect(log).toHaveBeenCalledWith(failure);
  });

  it.each(['AbortError', 'ResponseAborted'])('goes to no log where the reader went away: %s', async (name) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    log.mockClear();
    const gone = Object.assign(new Error('aborted'), { name });
    expect((await guarded(() => Promise.reject(gone))).status).toBe(500);
    expect(log).not.toHaveBeenCalled();
  });

  it.each([
    ['in this thread', (failure: Error) => failure],
    ['in the analysis thread, which hands on the stack', (failure: Error) => new Error(failure.stack)],
  ])('is 503 with its mend where the database does not answer, %s', async (_, as) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:5432');
    const failure = connectFailure(cause, { name: 'prices', host: 'db.example' });
    const said = await guarded(() => Promise.reject(as(failure)));
    expect(said.status).toBe(503);
    expect(await said.json()).toEqual({
      error: {
        code: 'unavailable',
        message:
          'the database does not answer or is busy; try again in a minute, start it with `npm start`, or check DATABASE_URL',
      },
    });
  });
});
