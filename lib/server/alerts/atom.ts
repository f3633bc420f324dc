import type { Alert } from '../../api/alerts';
import { ALERT_FEED } from '../../api/routes';
import { sha256 } from '../../evidence/sha256';
import { escapeXml } from '../../evidence/xml';
import { alertSummary, alertTitle, feedWords } from '../../words/en/alertFeed';
import { stampedTitle } from '../../words/en/site';
import { uuidOf } from './uuid';

/** A feed without an entry never changed. */
const NEVER = '1970-01-01T00:00:00Z';

/** RFC 3339 with seconds, as RFC 4287 wants it: what leaves them out has none. */
const withSeconds = (time: string): string => time.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z');

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeXml(text)}</${name}>`;

/**
 * Alerts as an Atom feed (RFC 4287): an entry an alert, whose id never changes and whose time is that of its last change. The same alerts give the same
 * bytes. Without a public address links are relative to the feed's own.
 */
export function atomFeed(
  alerts: readonly Alert[],
  { simulated, origin }: { readonly simulated: boolean; readonly origin: string | undefined },
): string {
  const stamped = (text: string): string => (simulated ? stampedTitle(text) : text);
  const updated = alerts
    .flatMap(({ changes }) => changes.map(({ recorded }) => withSeconds(recorded)))
    .sort((a, b) => Date.parse(b) - Date.parse(a));
  return [
    ['<?xml', 'version="1.0"', 'encoding="utf-8"?>'].join(' '),
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', `urn:uuid:${uuidOf(sha256(`alerts ${String(simulated)} ${origin ?? ''}`))}`),
    element('title', stamped(feedWords.title)),
    element('subtitle', feedWords.subtitle),
    element('updated', updated[0] ?? NEVER),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin ?? ''}${ALERT_FEED}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin === undefined ? '/' : `${origin}/`)}"/>`,
    `<author>${element('name', feedWords.author)}</author>`,
    ...alerts.map((alert) => entryOf(alert, stamped)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(alert: Alert, stamped: (text: string) => string): string {
  const [last] = alert.changes;
  const first = alert.changes.at(-1);
  if (last === undefined || first === undefined) throw new RangeError('an alert begins with a change');
  return [
    '<entry>',
    element('id', `urn:uuid:${alert.id}`),
    element('title', stamped(alertTitle(alert))),
    element('published', withSeconds(first.recorded)),
    element('updated', withSeconds(last.recorded)),
    `<link rel="alternate" type="text/html" href="${escapeXml(last.address)}"/>`,
    `<category term="${escapeXml(alert.state)}"/>`,
    element('summary', stamped(alertSummary(alert))),
    '</entry>',
  ].join('\n');
}
