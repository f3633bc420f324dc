import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { venueErrorWords } from '../../words/en/venueErrors';
import { errorOfStatus, errorOfTransport, RetryLater, waitOf } from '../venue/errors';

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
}

/** A month of the largest market is some hundred megabytes. */
const TIMEOUT_MS = 600_000;

async function answerOf(address: string, { fetch: ask, now, signal }: DownloadOptions): Promise<Response | undefined> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await ask(address, {
      redirect: 'follow',
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
  } catch (error) {
    if (signal?.aborted === true) throw new RetryLater(venueErrorWords.stopped, undefined, error);
    throw errorOfTransport(timeout.aborted ? timeout.reason : error, TIMEOUT_MS);
  }
  if (response.status === 404) return undefined;
  const error = errorOfStatus(response.status, '', waitOf(response.headers.get('retry-after'), now()));
  if (error !== undefined) throw error;
  if (response.status !== 200) throw new RetryLater(venueErrorWords.status(response.status, ''), undefined);
  return response;
}

/** A small text; undefined where it is not published. */
export async function textAt(address: string, options: DownloadOptions): Promise<string | undefined> {
  const response = await answerOf(address, options);
  try {
    return await response?.text();
  } catch (error) {
    throw errorOfTransport(error, TIMEOUT_MS);
  }
}

/** Streams a file to a place on disk and gives the SHA-256 of its bytes; undefined where it is not published. */
export async function fileAt(address: string, to: string, options: DownloadOptions): Promise<string | undefined> {
  const response = await answerOf(address, options);
  if (response === undefined) return undefined;
  const hash = createHash('sha256');
  try {
    const body = Readable.fromWeb((response.body ?? new Blob([]).stream()) as ReadableStream);
    body.on('data', (chunk: Buffer) => hash.update(chunk));
    await pipeline(body, createWriteStream(to));
  } catch (error) {
    if (options.signal?.aborted === true) throw new RetryLater(venueErrorWords.stopped, undefined, error);
    throw errorOfTransport(error, TIMEOUT_MS);
  }
  return hash.digest('hex');
}
