/**
 * The lines of a body as they come, without their line feeds; empty ones are left out, and what stands after the last line
 * feed is a line too. Bytes may come in pieces of any size, cut anywhere, inside a letter too. Ending the loop early, or
 * a body that breaks off, lets the body go.
 */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const text = new TextDecoder();
  const reader = body.getReader();
  // Pieces of a line that has not ended: the last one is megabytes long, and joining it piece by piece would be quadratic.
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const parts = (done ? text.decode() : text.decode(value, { stream: true })).split('\n');
      for (const part of parts.slice(0, -1)) {
        const line = [...pieces, part].join('');
        pieces = [];
        if (line.trim() !== '') yield line;
      }
      pieces.push(parts.at(-1) ?? '');
      if (done) break;
    }
    const rest = pieces.join('');
    if (rest.trim() !== '') yield rest;
  } finally {
    // A body that has ended or broken has nothing left to let go of.
    await reader.cancel().catch(() => undefined);
  }
}
