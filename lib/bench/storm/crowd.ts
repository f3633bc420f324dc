import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { Client } from 'undici';
import { failureText } from '../../domain/failure';
import { ACCEPT } from '../load/yardstick';
import { costly, gist, type Known } from './questions';
import type { Answered, CrowdAsked, CrowdSaw, Outcome } from './outcome';

// Readers of many addresses in a process of their own. Argument: `CrowdAsked` as JSON. Prints `CrowdSaw` as JSON.

/** Of the first of each kind, so that a fault can be looked into. */
const MOST_TOLD = 20;
/** A reader who was turned away comes again after this, in milliseconds. */
const AGAIN_MS = 200;

const asked = JSON.parse(process.argv[2] ?? '') as CrowdAsked;
const answers: Answered[] = [];
const told: string[] = [];

interface Reply {
  readonly status: number;
  readonly hasRetryAfter: boolean;
  /** Unpacked. */
  readonly body: Buffer;
}

/** One client: a connection of its own, on which a proxy writes whose it is. */
class Reader {
  readonly #connection = new Client(asked.origin);
  readonly #headers: Readonly<Record<string, string>>;

  constructor(client: string) {
    this.#headers = { 'accept-encoding': ACCEPT, 'x-forwarded-for': client };
  }

  /** Throws where no whole answer comes. */
  async ask(path: string): Promise<Reply> {
    const { statusCode, headers, body } = await this.#connection.request({
      path,
      method: 'GET',
      headers: this.#headers,
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    return {
      status: statusCode,
      hasRetryAfter: /^[1-9]\d*$/.test(String(headers['retry-after'])),
      body: headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes,
    };
  }

  close(): void {
    void this.#connection.destroy();
  }
}

function outcomeOf(question: Known | undefined, reply: Reply): Outcome {
  if (reply.status === 200) {
    if (question === undefined) return 'unchecked';
    return gist(question, reply.body) === question.gist ? 'right' : 'wrong';
  }
  if (reply.status === 429 && reply.hasRetryAfter) return 'refused';
  if (reply.status === 503 && reply.hasRetryAfter) return 'shed';
  return 'failed';
}

/** One question of one client, whatever comes of it. */
async function ask(reader: Reader, path: string, question: Known | undefined, isNew: boolean): Promise<Outcome> {
  const begunAt = Date.now();
  let outcome: Outcome;
  let detail = '';
  try {
    const reply = await reader.ask(path);
    outcome = outcomeOf(question, reply);
    if (outcome === 'failed' || outcome === 'wrong')
      detail = `${String(reply.status)} ${reply.body.toString().slice(0, 200)}`;
  } catch (failure) {
    outcome = 'cut';
    detail = failureText(failure);
  }
  answers.push({ outcome, isNew, begunAt, endedAt: Date.now() });
  if (detail !== '' && told.length < MOST_TOLD) told.push(`${path}: ${outcome}, ${detail}`);
  return outcome;
}

/** The clients ask in turn, evenly; every so many turns it is a view that nobody asked for before. */
async function readers(): Promise<void> {
  const { clients, perSecond, seconds, hour, views } = asked;
  const turns = perSecond * seconds;
  const every = Math.max(1, Math.floor(turns / views.length));
  const began = performance.now();
  const questionOf = (turn: number): { readonly question: Known; readonly isNew: boolean } => {
    const view = views[Math.floor(turn / every)];
    if (turn % every === 0 && view !== undefined) return { question: view, isNew: true };
    return { question: hour[turn % hour.length] as Known, isNew: false };
  };
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const client = `198.18.${String(i >> 8)}.${String(i & 255)}`;
      const reader = new Reader(client);
      for (let turn = i; turn < turns; turn += clients) {
        const pause = began + (turn / perSecond) * 1_000 - performance.now();
        if (pause > 0) await wait(pause);
        const { question, isNew } = questionOf(turn);
        if ((await ask(reader, question.path, question, isNew)) === 'cut') await wait(AGAIN_MS);
      }
      reader.close();
    }),
  );
}

/** Clients who ask without a pause for what costs most. */
async function hostile(client: string, until: number, from: number): Promise<void> {
  const reader = new Reader(client);
  for (let turn = from; performance.now() < until; turn += 1) {
    const outcome = await ask(reader, costly(turn), undefined, false);
    if (outcome !== 'unchecked') await wait(AGAIN_MS);
  }
  reader.close();
}

const until = performance.now() + asked.seconds * 1_000;
await Promise.all([
  readers(),
  ...Array.from({ length: asked.hostile }, (_, i) => hostile(`198.19.0.${String(i)}`, until, i * 100)),
]);
process.stdout.write(JSON.stringify({ answers, told } satisfies CrowdSaw));
