import { MOST_FILE_BYTES, UnreadableFile, type Evidence } from '../../sealed/evidence';
import type { FileMessage } from './fileMessage';

/**
 * What a file shows by itself, read in a thread of its own that ends with it. Throws `UnreadableFile`; and an `Error` where the browser cannot read it, or
 * the signal ended it.
 */
export function readFile(file: File, signal: AbortSignal): Promise<Evidence> {
  if (file.size === 0) return Promise.reject(new UnreadableFile('empty'));
  if (file.size > MOST_FILE_BYTES) return Promise.reject(new UnreadableFile('file-too-large'));
  const worker = new Worker(new URL('./fileWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<Evidence>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('another file was chosen'));
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
      if (data.kind === 'evidence') resolve(data.evidence);
      else reject(data.kind === 'unreadable' ? new UnreadableFile(data.fault) : new Error(data.message));
    });
    worker.postMessage(file);
  }).finally(() => {
    worker.terminate();
  });
}
