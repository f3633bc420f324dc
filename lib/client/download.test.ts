import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../api/client/refused';
import { fetchedFile } from './download';

const answering = (response: () => Response): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(response()));
};
const streamed = (parts: readonly string[], end: 'whole' | 'broken' = 'whole'): ReadableStream<Uint8Array> => {
  const left = [...parts];
  return new ReadableStream({
    pull(controller) {
      const part = left.shift();
      if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
      else if (end === 'whole') controller.close();
      else controller.error(new TypeError('terminated'));
    },
  });
};
async function gets(signal = new AbortController().signal) {
  const shares: (number | undefined)[] = [];
  const file = await fetchedFile('/ATOM.zip', signal, (share) => shares.push(share));
  return { file, shares };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a file that is downloaded', () => {
  it('comes whole, under the name that the server gives it, and tells how much of it has come', async () => {
    answering(
      () =>
        new Response(streamed(['PK', '12', '3456']), {
          headers: { 'content-length': '8', 'content-disposition': 'attachment; filename="plumbline-ATOM.zip"' },
        }),
    );
    const { file, shares } = await gets();
    expect(await file.content.text()).toBe('PK123456');
    expect(file.name).toBe('plumbline-ATOM.zip');
    expect(shares).toEqual([0, 0.25, 0.5, 1]);
  });

  it('tells no share where its length is not known', async () => {
    answering(() => new Response(streamed(['PK', '12'])));
    const { file, shares } = await gets();
    expect([file.content.size, file.name, new Set(shares)]).toEqual([4, undefined, new Set([undefined])]);
  });

  it('that is refused says why in the server’s line; one that breaks off says so', async () => {
    const problem = { error: { code: 'bad-request', message: 'a bundle has at most 2 days' } };
    answering(() => new Response(JSON.stringify(problem), { status: 400 }));
    await expect(gets()).rejects.toMatchObject({ message: 'a bundle has at most 2 days', status: 400 });
    answering(() => new Response(streamed(['PK'], 'broken')));
    await expect(gets()).rejects.toMatchObject({ code: 'unreachable' });
    await expect(gets()).rejects.toBeInstanceOf(Refused);
  });

  it('that is let go of ends with that, and is no failure of the server', async () => {
    const controller = new AbortController();
    answering(() => new Response(streamed(['PK'], 'broken')));
    controller.abort(new Error('let go'));
    await expect(gets(controller.signal)).rejects.not.toBeInstanceOf(Refused);
  });
});
