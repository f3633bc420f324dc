import type { Written } from '../kept/heldResponse';
import { policyOfPage } from './headers';

/** An answer with the policy of its own scripts, where it is a page. */
export function withPolicy(url: string, written: Written): Written {
  const policy = policyOfPage(url, written.headers['content-type'], () => written.body.toString('utf8'));
  return policy === undefined
    ? written
    : { ...written, headers: { ...written.headers, 'content-security-policy': policy } };
}
