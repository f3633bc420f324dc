import type { IncomingMessage, ServerResponse } from 'node:http';
import { cancelSignal, isAnswerLate } from '../../store/connection/cancelling';
import { mendedApiAddress } from '../../permalink/mended/apiAddress';
import { shortLeadsTo } from '../../permalink/short/sentTo';
import { heldAnswer, HeldResponse, type Handler } from '../kept/heldResponse';
import { asRequest } from '../log/requestId';
import { counts } from '../watch/counts';
import { watch } from '../watch/watch';
import { admissionOf, refuse, refuseStopping, type Admission } from './admission';
import { headersFor, kindOf, PREFLIGHT } from './headers';
import { METHOD_NOT_TAKEN } from '../../words/en/serverProblems';
import { finishedPage } from './page';
import { isHealth, lateAnswer, refusal } from './refusal';
import { unreadable, withoutHost } from './unreadable';

type Env = Readonly<Record<string, string | undefined>>;

/** Stands before all that answers. */
export interface Guard {
  /** Begins an answer with its headers, and has it answered by whoever is next. */
  readonly answer: (req: IncomingMessage, res: ServerResponse, next: Handler) => void;
  /** Whether an answer may be made; false: another was given. */
  readonly admits: Admission['made'];
  /** Whoever makes answers, with pages that go out whole: their policy names the scripts in them. */
  readonly whole: (handler: Handler) => Handler;
  /** Answers that the server ends. */
  readonly stopping: (req: IncomingMessage, res: ServerResponse) => void;
}

declare global {
  /** Read by what starts the web server (lib/launch/web.mjs). */
  var plumblineGuard: Guard | undefined;
}

/** Comes to one line where a setting cannot be read. */
export function installGuard(env: Env): string | undefined {
  const admission = admissionOf(env);
  if (!admission.ok) return admission.error;
  counts().admission = () => admission.value.counts;
  globalThis.plumblineGuard = {
    answer: guarding(env, admission.value),
    whole,
    admits: admission.value.made,
    stopping: stopping(env, admission.value),
  };
  return undefined;
}

function begin(
  env: Env,
  { isFromProxy }: Pick<Admission, 'isFromProxy'>,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  watch(req, res, isFromProxy(req));
  for (const [name, value] of Object.entries(headersFor(req.url ?? '', env))) res.setHeader(name, value);
}

export const stopping =
  (env: Env, admission: Pick<Admission, 'isFromProxy'>): Guard['stopping'] =>
  (req, res) => {
    begin(env, admission, req, res);
    refuseStopping(req, res);
  };

export const guarding =
  (env: Env, admission: Pick<Admission, 'asked' | 'isFromProxy'>): Guard['answer'] =>
  (req, res, next) => {
    const { method } = req;
    const url = withoutHost(req.url ?? '');
    req.url = url;
    begin(env, admission, req, res);
    if (method === 'OPTIONS') {
      res.writeHead(204, kindOf(url) === 'data' ? PREFLIGHT : { allow: PREFLIGHT['allow'] }).end();
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') {
      refuseMethod(req, res);
      return;
    }
    const message = unreadable(req);
    const go = (): void => {
      if (message === undefined) next(req, res);
      else refuse(req, res, { code: 'bad-request', message });
    };
    // Files of the build are not counted: a page asks for a dozen of them.
    if (isHealth(req) || kindOf(url) === 'built') {
      go();
      return;
    }
    admission.asked(req, res).then(
      (isIn) => {
        if (!isIn) return;
        // A short address reads nothing: the web framework, which would send it on as well, need not be woken for it.
        const meant = message === undefined ? (shortLeadsTo(url) ?? mendedApiAddress(url)) : undefined;
        if (meant === undefined) go();
        else res.writeHead(307, { location: meant }).end();
      },
      () => res.destroy(),
    );
  };

/** Of a method that nothing here takes (RFC 9110, 15.5.6); what else it brings is not read, so its connection ends. */
function refuseMethod(req: IncomingMessage, res: ServerResponse): void {
  const { status, headers, body } = refusal(req, { code: 'not-allowed', message: METHOD_NOT_TAKEN });
  res.writeHead(status, { ...headers, allow: PREFLIGHT['allow'], 'content-length': body.length, connection: 'close' });
  res.end(body);
}

/** What the browser's own navigation asks for is no page, though it has a page's address: it comes piece by piece, packed, and is not held. */
const isPart = ({ headers }: IncomingMessage): boolean => headers['rsc'] !== undefined;

export const whole: Guard['whole'] = (handler) => (req, res) => asRequest(req, () => made(handler, req, res));

function made(handler: Handler, req: IncomingMessage, res: ServerResponse): unknown {
  const kind = kindOf(req.url ?? '');
  // What is held already is made for everybody, and gets its policy there.
  if (res instanceof HeldResponse || isPart(req) || (kind !== 'page' && kind !== 'embed')) return handler(req, res);
  return sendWhole(handler, req, res);
}

async function sendWhole(handler: Handler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { method, headers } = req;
  // Packed bytes cannot be read for scripts, and a page without its bytes has none.
  const { 'accept-encoding': _, ...unpacked } = headers;
  const signal = cancelSignal();
  const begins = (held: HeldResponse): void => {
    res.once('close', () => held.destroy());
    signal?.addEventListener('abort', () => held.destroy());
  };
  const as = { method: method === 'HEAD' ? 'GET' : method, headers: unpacked, begins };
  const held = await heldAnswer(req, as, handler);
  const written = held ?? (isAnswerLate(signal?.reason) ? lateAnswer(req) : undefined);
  if (written === undefined) {
    res.destroy();
    return;
  }
  const page = finishedPage(req, written);
  res.writeHead(page.status, { ...page.headers, 'content-length': page.body.length });
  res.end(method === 'HEAD' ? undefined : page.body);
}
