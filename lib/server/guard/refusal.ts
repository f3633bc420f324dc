import type { IncomingMessage } from 'node:http';
import type { Problem } from '../../api/problem';
import { STATUS_OF, type ProblemCode } from '../../api/problemCodes';
import { ANSWER_LATE } from '../../words/en/serverProblems';
import { laterHeaders } from '../http/outcome';
import type { Written } from '../kept/heldResponse';
import { kindOf } from './headers';

/** Who watches the app asks however busy it is. */
export const isHealth = ({ url = '' }: Pick<IncomingMessage, 'url'>): boolean =>
  /^\/(?:healthz|readyz)(?:\?|$)/.test(url);

/** Why a request is not answered now. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  /** After how many seconds to ask again; undefined: the same will never be answered. */
  readonly retryS?: number;
}

/** A problem as the API writes it; where a page was asked for, its line. */
export function refusal(req: Pick<IncomingMessage, 'url'>, { code, message, retryS }: Refusal): Written {
  const isData = kindOf(req.url ?? '') === 'data' && !isHealth(req);
  return {
    status: STATUS_OF[code],
    headers: {
      'content-type': isData ? 'application/json' : 'text/plain; charset=utf-8',
      ...(retryS === undefined ? { 'cache-control': 'no-store' } : laterHeaders(retryS)),
    },
    body: Buffer.from(
      isData
        ? JSON.stringify({ error: { code, message } } satisfies Problem)
        : `${message}
`,
    ),
  };
}

/** What took too long once will again, unless others were the cause. */
const LATE_RETRY_S = 60;

export const lateAnswer = (req: Pick<IncomingMessage, 'url'>): Written =>
  refusal(req, { code: 'unavailable', message: ANSWER_LATE, retryS: LATE_RETRY_S });
