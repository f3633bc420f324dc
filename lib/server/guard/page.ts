import type { IncomingMessage } from 'node:http';
import { STATUS_OF } from '../../api/problemCodes';
import { RETRY_S } from '../http/outcome';
import type { Written } from '../kept/heldResponse';
import { hasLostDatabase } from '../log/requestId';
import { policyOfPage } from './headers';

/**
 * A page as it goes out: with the policy of its own scripts, and without the database as what it is, a page that cannot be had now, whatever
 * status it began with. Any other answer as it is.
 */
export function finishedPage(req: IncomingMessage, written: Written): Written {
  const { url = '' } = req;
  const policy = policyOfPage(url, written.headers['content-type'], () => written.body.toString('utf8'));
  return policy === undefined
    ? written
    : {
        ...written,
        ...(hasLostDatabase(req) ? { status: STATUS_OF.unavailable } : {}),
        headers: {
          ...written.headers,
          'content-security-policy': policy,
          ...(hasLostDatabase(req) ? { 'retry-after': String(RETRY_S), 'cache-control': 'no-store' } : {}),
        },
      };
}
