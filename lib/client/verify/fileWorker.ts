import { failureText } from '../../domain/failure';
import { readEvidence } from '../../sealed/bundle';
import { UnreadableFile } from '../../sealed/evidence';
import { browserTools } from './browserTools';
import type { FileMessage } from './fileMessage';

// Beside the page: a file of somebody else is read here, and sent nowhere.

async function read(file: File): Promise<FileMessage> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { kind: 'evidence', evidence: await readEvidence(bytes, browserTools()) };
  } catch (failure) {
    if (failure instanceof UnreadableFile) return { kind: 'unreadable', fault: failure.fault };
    return { kind: 'failed', message: failureText(failure) };
  }
}

globalThis.onmessage = ({ data }: MessageEvent<File>): void => {
  void read(data).then((message) => {
    postMessage(message);
  });
};
