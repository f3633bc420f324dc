import { failureText } from '../../domain/failure';
import { logAnswerOf } from '../../claims/orderLog/answer';
import { openLog, readLogs, type LogReading } from '../../claims/orderLog/read';
import { Tally } from '../../claims/orderLog/tally';
import type { ClaimFile } from '../../claims/reading/file';
import type { OpenedLogFile, OrderLogReply, OrderLogRequest } from './orderLogMessage';

// Beside the page: somebody's own logs are read here, line by line, and sent nowhere. Nothing in this thread asks the network.

/** How often it is told how far the reading is. */
const TELLINGS = 50;

const fileOf = (file: File): ClaimFile => ({
  name: file.name,
  chunks: async function* () {
    const reader = file.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  },
});

const post = (reply: OrderLogReply): void => {
  postMessage(reply);
};

async function read({ files, said }: OrderLogRequest): Promise<void> {
  const opened: OpenedLogFile[] = [];
  for (const [i, file] of files.entries()) {
    const { layout, firstLines, asked, zoneless } = await openLog(fileOf(file), said[i] ?? {});
    opened.push({ name: file.name, layout, firstLines, asked, isZoneless: zoneless > 0 });
  }
  post({ kind: 'opened', files: opened });
  if (opened.some(({ asked }) => asked.length > 0)) {
    post({ kind: 'done', answer: undefined });
    return;
  }
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  let [done, told] = [0, 0];
  const tally = new Tally();
  const readings = files.flatMap((file, i): readonly LogReading[] => {
    const layout = opened[i]?.layout;
    return layout === undefined ? [] : [{ file: fileOf(file), layout, said: said[i] ?? {} }];
  });
  const logs = await readLogs(readings, tally, (chunk) => {
    done += chunk;
    if (done - told < bytes / TELLINGS) return;
    told = done;
    post({ kind: 'share', share: Math.min(1, done / bytes) });
  });
  post({ kind: 'done', answer: logAnswerOf(logs, tally.counts) });
}

globalThis.onmessage = ({ data }: MessageEvent<OrderLogRequest>): void => {
  read(data).catch((failure: unknown) => {
    post({ kind: 'failed', message: failureText(failure) });
  });
};
