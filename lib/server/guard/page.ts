import type { IncomingMessage } from 'node:http';
import { STATUS_OF } from '../../api/problemCodes';
import { laterHeaders } from '../http/outcome';
import type { Written } from '../kept/heldResponse';
import { hasLostDatabase } from '../log/requestId';
import { afterFirstFrame } from './afterFirstFrame';
import { isPage, policyOfPage } from './headers';

/** Of a page that was made without the database, that it cannot be had now, whatever status it began with. */
const orLater = (req: IncomingMessage, written: Written): Written =>
  hasLostDatabase(req)
    ? { ...written, status: STATUS_OF.unavailable, headers: { ...written.headers, ...laterHeaders() } }
    : written;

/** A page as it goes out: its scripts after its first frame, and with the policy of those in it. Any other answer as it is. */
export function finishedPage(req: IncomingMessage, written: Written): Written {
  const { url = '' } = req;
  if (!isPage(url, written.headers['content-type'])) return written;
  const body = afterFirstFrame(written.body);
  return orLater(req, {
    ...written,
    body,
    headers: { ...written.headers, 'content-security-policy': policyOfPage(url, body) },
  });
}
