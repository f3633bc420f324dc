import type { IncomingMessage } from 'node:http';
import { STATUS_OF } from '../../api/problemCodes';
import { laterHeaders } from '../http/outcome';
import type { Written } from '../kept/heldResponse';
import { hasLostDatabase } from '../log/requestId';
import { policyOfPage } from './headers';

/** Of a page that was made without the database, that it cannot be had now, whatever status it began with. */
const orLater = (req: IncomingMessage, written: Written): Written =>
  hasLostDatabase(req)
    ? { ...written, status: STATUS_OF.unavailable, headers: { ...written.headers, ...laterHeaders() } }
    : written;

/** A page as it goes out, with the policy of its own scripts. Any other answer as it is. */
export function finishedPage(req: IncomingMessage, written: Written): Written {
  const { url = '' } = req;
  const policy = policyOfPage(url, written.headers['content-type'], written.body);
  return policy === undefined
    ? written
    : orLater(req, { ...written, headers: { ...written.headers, 'content-security-policy': policy } });
}
