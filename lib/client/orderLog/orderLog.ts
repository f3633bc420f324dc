import { logRows } from '../../claims/orderLog/answer';
import { LOG_FORMATS, LOG_ROLES, type LogRole, type LogSaid } from '../../claims/orderLog/layout';
import { togetherOf } from '../../claims/orderLog/together';
import { ZONE_CANDIDATES } from '../../claims/audit/zones';
import { zoneName } from '../../claims/reading/times';
import type { OrderLogAnswer } from '../../api/orderLog';
import type { OpenedLogFile, OrderLogReply, OrderLogRequest } from './orderLogMessage';

export { LOG_FORMATS, LOG_ROLES, logRows, togetherOf, ZONE_CANDIDATES, zoneName };
export type { LogRole, LogSaid, OpenedLogFile };

interface Options extends OrderLogRequest {
  /** Ends the reading. */
  readonly signal: AbortSignal;
  readonly onOpened: (files: readonly OpenedLogFile[]) => void;
  /** How much of the files was read, 0 to 1. */
  readonly onShare: (share: number) => void;
}

/** Reads logs in a thread of their own, which asks the network for nothing. undefined: something is still to be said of them. Throws an `Error` where the browser cannot read a file. */
export function countLogs({ files, said, signal, onOpened, onShare }: Options): Promise<OrderLogAnswer | undefined> {
  const worker = new Worker(new URL('./orderLogWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<OrderLogAnswer | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('other files were chosen'));
    });
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    worker.onmessage = ({ data }: MessageEvent<OrderLogReply>) => {
      if (data.kind === 'opened') onOpened(data.files);
      else if (data.kind === 'share') onShare(data.share);
      else if (data.kind === 'done') resolve(data.answer);
      else reject(new Error(data.message));
    };
    worker.postMessage({ files, said });
  }).finally(() => {
    worker.terminate();
  });
}
