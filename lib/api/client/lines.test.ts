import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from './lines';

/** A body that comes in the given pieces. */
function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array>): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(body)) lines.push(line);
  return lines;
}

it('lines are the same wherever their bytes are cut, inside a letter too', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => `l${text.replaceAll('\n', '')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 8 }),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      async (lines, ended, sizes) => {
        const bytes = new TextEncoder().encode(lines.join('\n') + (ended ? '\n' : ''));
        const pieces: Uint8Array[] = [];
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const next = at + (sizes[i % sizes.length] ?? 1);
          pieces.push(bytes.slice(at, next));
          at = next;
        }
        expect(await all(bodyOf(pieces))).toEqual(lines);
      },
    ),
  );
});

it('empty lines say nothing', async () => {
  expect(await all(bodyOf([new TextEncoder().encode('\n{"progress":0}\n\n{"answer":1}\n\n')]))).toEqual([
    '{"progress":0}',
    '{"answer":1}',
  ]);
});

it('a reader who goes away lets the body go', async () => {
  let gone = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"progress":0.1}\n'));
    },
    cancel() {
      gone = true;
    },
  });
  for await (const line of linesOf(body)) {
    expect(line).toBe('{"progress":0.1}');
    break;
  }
  expect(gone).toBe(true);
});
