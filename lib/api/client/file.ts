import { reached, type AskOptions } from './ask';
import { brokenOff, refusalIn } from './refused';

/** A file as it comes. */
export interface ApiFile {
  /** As the server names it; undefined: it does not. */
  readonly name: string | undefined;
  readonly type: string;
  /** Bytes; undefined: the server does not say, or sends it packed. */
  readonly length: number | undefined;
  /** Its bytes, to be taken as fast as the reader likes, once. One that breaks off ends in `Refused`. */
  readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Begins to get a file. Throws `Refused` with one line for people, or what the signal was aborted with. */
export async function fileAt(address: string, { signal }: AskOptions = {}): Promise<ApiFile> {
  const response = await reached(address, { signal });
  if (!response.ok) throw await refusalIn(response, address);
  const { headers } = response;
  const length = Number(headers.get('content-length') ?? 'unknown');
  return {
    name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1],
    type: headers.get('content-type') ?? 'application/octet-stream',
    // Of a packed answer it is that of the packed bytes.
    length: length > 0 && headers.get('content-encoding') === null ? length : undefined,
    pieces: piecesOf(response, address, signal),
  };
}

/** The bytes of a body as they come. Ending the loop early lets the body go. */
export async function* piecesOf(
  { body }: Response,
  address: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  // Only the body of an answer without one is null.
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw brokenOff(address, cause);
  } finally {
    // A body that has ended or broken has nothing left to let go of.
    await reader.cancel().catch(() => undefined);
  }
}
