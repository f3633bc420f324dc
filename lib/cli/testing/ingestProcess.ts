import { once } from 'node:events';
import { ingestOnce } from './ingestOnce';

// A process of its own that ingests once: what is killed. It is loaded before it is told what to do, by one message, so that it
// can be started while another still runs.

export interface Errand {
  /** The simulator's address. */
  readonly origin: string;
  /** The database's. */
  readonly url: string;
  /** The INSERT before which it kills itself, counted from 1: amid a transaction that writes. */
  readonly insert?: number;
}

const [errand] = (await once(process, 'message')) as [Errand];
let inserts = 0;
const report = await ingestOnce(errand.origin, errand.url, (text) => {
  if (!/^\s*INSERT/i.test(text)) return;
  inserts += 1;
  if (inserts === errand.insert) process.kill(process.pid, 'SIGKILL');
});
process.stdout.write(JSON.stringify(report.missing));
process.disconnect();
