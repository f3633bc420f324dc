import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { parsed, type Parsed } from '../../domain/unit';
import { BUSY, proxyUnknown, rateUnknown, STOPPING, tooMany } from '../../words/en/serverProblems';
import { RETRY_S } from '../http/outcome';
import type { AdmissionCounts } from '../watch/counts';
import { clientAddress, clientKey, isLoopback, isProxy, readTrust, type Trust } from './client';
import { costOf } from './cost';
import { isHealth, refusal, type Refusal } from './refusal';

type Env = Readonly<Record<string, string | undefined>>;

/** What a client may ask for in a minute where PLUMBLINE_RATE names nothing else, in points (cost.ts): three years of everything, or sixty pictures anew. */
export const USUAL_POINTS = 1_200;
/** Seconds. */
const PERIOD_S = 60;
/** Answers that are made at once, or wait for it; each holds its request and, in the end, its bytes. */
export const MOST_MAKING = 256;

export interface AdmissionOptions {
  readonly trust: Trust;
  /** Points a minute for each client; 0: as many as it likes. */
  readonly points: number;
  readonly mostMaking?: number;
}

/** Who is let in, by what each client has asked for lately and by how much is being made. */
export class Admission {
  readonly #trust: Trust;
  readonly #points: number;
  readonly #mostMaking: number;
  readonly #limiter: RateLimiterMemory | undefined;
  #making = 0;
  #budget = 0;
  #busy = 0;

  constructor({ trust, points, mostMaking = MOST_MAKING }: AdmissionOptions) {
    this.#trust = trust;
    this.#points = points;
    this.#mostMaking = mostMaking;
    this.#limiter = points === 0 ? undefined : new RateLimiterMemory({ points, duration: PERIOD_S });
  }

  get counts(): AdmissionCounts {
    return {
      making: this.#making,
      mostMaking: this.#mostMaking,
      refused: { budget: this.#budget, busy: this.#busy },
    };
  }

  /** Whether a request comes from a proxy that was declared. */
  readonly isFromProxy = ({ socket }: IncomingMessage): boolean => isProxy(socket.remoteAddress, this.#trust);

  /** Takes a point for a question, whatever becomes of it; false: it was answered with 429. */
  readonly asked = (req: IncomingMessage, res: ServerResponse): Promise<boolean> => this.#paid(req, res, 1);

  /**
   * Takes what it costs to make an answer, and counts it among those being made until it has gone; false: it was answered, with 429, or with 503 where
   * too many are made already. What is kept is sent without this question.
   */
  readonly made = async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (isHealth(req)) return true;
    if (this.#making >= this.#mostMaking) {
      this.#busy += 1;
      refuse(req, res, { code: 'unavailable', message: BUSY, retryS: RETRY_S });
      return false;
    }
    // One point was taken when it was asked.
    const rest = costOf(req.url ?? '') - 1;
    if (rest > 0 && !(await this.#paid(req, res, rest))) return false;
    if (res.closed) return false;
    this.#making += 1;
    res.once('close', () => (this.#making -= 1));
    return true;
  };

  async #paid(req: IncomingMessage, res: ServerResponse, cost: number): Promise<boolean> {
    const socket = req.socket.remoteAddress ?? '';
    const address = clientAddress(socket, req.headers['x-forwarded-for'], this.#trust);
    // Whoever runs the app, beside it; of a proxy there that nobody declared nothing is known.
    if (this.#limiter === undefined || (address === socket && isLoopback(address))) return true;
    const key = clientKey(address);
    // What costs more than half of what anybody has in a minute is let in where half is left.
    const points = Math.max(1, Math.min(cost, Math.floor(this.#points / 2)));
    const state = await this.#limiter.get(key);
    // What is refused costs nothing, but for questions of the same moment, of which one is told only when it has paid.
    const isSpent = state !== null && state.consumedPoints + points > this.#points;
    const spent = isSpent ? state : await this.#overdrawn(key, points);
    if (spent === undefined) return true;
    const retryS = Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
    this.#budget += 1;
    refuse(req, res, { code: 'too-many', message: tooMany(retryS), retryS });
    return false;
  }

  /** Takes the points; the state of the client where it has not as many. */
  async #overdrawn(key: string, points: number): Promise<RateLimiterRes | undefined> {
    try {
      await this.#limiter?.consume(key, points);
      return undefined;
    } catch (failure) {
      if (failure instanceof RateLimiterRes) return failure;
      throw failure;
    }
  }
}

/** By PLUMBLINE_TRUST_PROXY and PLUMBLINE_RATE; one line where either cannot be read. */
export function admissionOf(env: Env): Parsed<Admission, string> {
  const settings = admissionSettings(env);
  return settings.ok ? parsed(new Admission(settings.value)) : settings;
}

export function admissionSettings(env: Env): Parsed<AdmissionOptions, string> {
  const trust = readTrust(env['PLUMBLINE_TRUST_PROXY'] ?? '');
  if (!trust.ok) return { ok: false, error: proxyUnknown(trust.error) };
  const rate = env['PLUMBLINE_RATE'] ?? '';
  if (!/^\d{0,9}$/.test(rate)) return { ok: false, error: rateUnknown(rate) };
  return parsed({ trust: trust.value, points: rate === '' ? USUAL_POINTS : Number(rate) });
}

/** Answers whoever asks a server that ends. */
export function refuseStopping(req: IncomingMessage, res: ServerResponse): void {
  refuse(req, res, { code: 'unavailable', message: STOPPING, retryS: RETRY_S });
}

/** Answers with a refusal, where nothing was answered yet. */
export function refuse(req: IncomingMessage, res: ServerResponse, why: Refusal): void {
  if (res.closed || res.headersSent) return;
  const { status, headers, body } = refusal(req, why);
  res.writeHead(status, { ...headers, 'content-length': body.length });
  res.end(req.method === 'HEAD' ? undefined : body);
}
