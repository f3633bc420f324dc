import type { AuditAnswer } from '../api/audit';
import { auditRows } from './auditPage';
import { venueName } from './venues';

type File = Pick<AuditAnswer['files'][number], 'sameAs' | 'repeated' | 'ordersOfTrades'>;

/** What of a file does not count because it counts already, a sentence each; `nameOf`: how files are called. */
export const leftOutLines = (
  { sameAs, repeated, ordersOfTrades }: File,
  nameOf: (file: string) => string = (file) => file,
): readonly string[] => [
  ...(sameAs === null ? [] : [auditRows.sameAs(nameOf(sameAs))]),
  ...(repeated === 0 ? [] : [auditRows.repeated(repeated)]),
  ...(ordersOfTrades === 0 ? [] : [auditRows.ordersOfTrades(ordersOfTrades)]),
];

/** A line of a file, and behind it what of it does not count. */
export const fileLine = (file: File, line: string, nameOf?: (file: string) => string): string =>
  [line, ...leftOutLines(file, nameOf)].join(' · ');

/** Orders that may be the same fills as trades. */
export const besideLines = (beside: AuditAnswer['ordersBesideTrades']): readonly string[] =>
  beside.map(({ account, venue, orders }) => auditRows.ordersBeside(account, venueName(venue), orders));
