import { fileAt } from '../api/client/file';

/** A file that came whole. */
export interface FetchedFile {
  readonly content: Blob;
  /** As the server names it; undefined: it does not. */
  readonly name: string | undefined;
}

/**
 * Gets a file. `onShare`: how much of it has come, 0 to 1, from its first byte on; undefined: its length is not known. Throws `Refused` with one line for
 * people, or what `signal` was aborted with.
 */
export async function fetchedFile(
  address: string,
  signal: AbortSignal,
  onShare: (share: number | undefined) => void,
): Promise<FetchedFile> {
  const { name, type, length, pieces } = await fileAt(address, { signal });
  const shareOf = (received: number): number | undefined =>
    length === undefined ? undefined : Math.min(received / length, 1);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  onShare(shareOf(received));
  for await (const piece of pieces) {
    parts.push(piece);
    received += piece.length;
    onShare(shareOf(received));
  }
  return { content: new Blob(parts, { type }), name };
}
