import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { failureCode } from '../../domain/failure';
import { venueErrorWords } from '../../words/en/venueErrors';
import { errorOfStatus, errorOfTransport, RetryLater, waitOf } from '../venue/errors';

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
}

/** A month of the largest market is some hundred megabytes. */
const TIMEOUT_MS = 600_000;
const CHUNK_BYTES = 1 << 18;

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

const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

/** A small text; undefined where it is not published. */
export async function textAt(address: string, options: DownloadOptions): Promise<string | undefined> {
  if (!isAddress(address)) return readFile(address, 'latin1').catch(absent);
  const response = await answerOf(address, options);
  try {
    return await response?.text();
  } catch (error) {
    throw errorOfTransport(error, TIMEOUT_MS);
  }
}

/** A fetched file, or one that lies in a folder already. */
export interface Had {
  /** Where it lies on disk. */
  readonly file: string;
  /** Where it came from; of a file in a folder its name alone: the folder is its reader's own affair. */
  readonly address: string;
  /** Of its bytes, 64 hex digits. */
  readonly sha256: string;
}

/** Streams a file to a place on disk; one in a folder is read where it lies. Undefined where it is not there. */
export async function fileAt(address: string, to: string, options: DownloadOptions): Promise<Had | undefined> {
  if (!isAddress(address)) return inFolder(address);
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
  return { file: to, address, sha256: hash.digest('hex') };
}

const absent = (error: unknown): undefined => {
  if (failureCode(error) === 'ENOENT') return undefined;
  throw error;
};

async function inFolder(file: string): Promise<Had | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { highWaterMark: CHUNK_BYTES }), hash);
  } catch (error) {
    absent(error);
    return undefined;
  }
  return { file, address: `file:${basename(file)}`, sha256: hash.digest('hex') };
}
