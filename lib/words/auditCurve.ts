import type { AuditCurvePoint } from '../api/audit';
import { auditCurves } from './auditPage';
import { usd } from './usdText';

/** Where a curve ends: "Total, 2025-10-10 21:25 UTC: …"; undefined: none of its fills has a figure, and there is no curve. */
export const curveEnd = (
  name: string,
  points: readonly Pick<AuditCurvePoint, 'from' | 'was' | 'atReference' | 'difference'>[],
): string | undefined => {
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const { from, was, atReference, difference } = last;
  if (was === null || atReference === null || difference === null) return undefined;
  const when = `${from.slice(0, 10)} ${from.slice(11, 16)} UTC`;
  return auditCurves.description(name, when, usd(was), usd(atReference), usd(difference));
};
