import { bodyOf, brokenOff, reached, refusalOf } from './ask';

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
  const response = await reached(address, { signal });
  if (!response.ok) throw await refusalOf(response.status, await bodyOf(response, address), address);
  const { headers, body } = response;
  const length = Number(headers.get('content-length') ?? 'unknown');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  onShare(shareOf(received, length));
  try {
    // Only the body of an answer without one is null.
    for (const reader = body?.getReader(); reader !== undefined;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      received += value.length;
      onShare(shareOf(received, length));
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw brokenOff(address, cause);
  }
  return {
    content: new Blob(parts, { type: headers.get('content-type') ?? 'application/octet-stream' }),
    name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1],
  };
}

const shareOf = (received: number, length: number): number | undefined =>
  length > 0 ? Math.min(received / length, 1) : undefined;
