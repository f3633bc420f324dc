import type { AuditAnswer } from '../../api/audit';
import { missingDays, type FileRead } from '../../claims/audit/answer';
import type { Market } from '../../claims/audit/market';
import type { FileLeftOut } from '../../claims/audit/repeats';
import { zoneName } from '../../claims/reading/times';
import { say } from '../../processes/exit';
import { auditGaps, noFills } from '../../words/en/cli/audit';

/** Flawed rows named on standard error. */
const MOST_NAMED = 20;

/** What is missing, on standard error. `isShared`: without amounts, nor any text of the files. */
export function sayGaps(
  files: readonly FileRead[],
  market: Market,
  { total, ordersBesideTrades }: AuditAnswer,
  isShared: boolean,
): void {
  for (const [i, { reading, survey, zone }] of files.entries()) {
    const name = isShared ? String(i + 1) : reading.file.name;
    if (survey.sameAs !== undefined) {
      const first = files.findIndex(({ reading: { file } }) => file.name === survey.sameAs);
      say(auditGaps.sameAs(name, isShared ? String(first + 1) : survey.sameAs));
      continue;
    }
    if (survey.fills === 0) say(noFills(name));
    const listed = isShared ? [] : survey.listed;
    const [flawed, unread] = [
      listed.filter(({ flaw }) => flaw !== 'fee').slice(0, MOST_NAMED),
      listed.filter(({ flaw }) => flaw === 'fee').slice(0, MOST_NAMED),
    ];
    if (survey.flawed > 0) for (const line of auditGaps.flawed(name, survey.flawed, flawed)) say(line);
    if (!isShared && survey.flawed > MOST_NAMED) say(auditGaps.more(survey.flawed - MOST_NAMED));
    if (survey.unreadFees > 0) for (const line of auditGaps.unreadFees(name, survey.unreadFees, unread)) say(line);
    if (!isShared && survey.unreadFees > MOST_NAMED) say(auditGaps.more(survey.unreadFees - MOST_NAMED));
    if (survey.unended !== undefined) say(auditGaps.unended(name, survey.unended));
    sayLeftOut(name, survey.leftOut, isShared);
    if (survey.unsized.length > 0 && !isShared) say(auditGaps.unsized(name, survey.unsized));
    if (survey.unknown.size > 0 && !isShared) say(auditGaps.unknown(name, [...survey.unknown]));
    if (zone?.better !== undefined) {
      const { chosen, better } = zone;
      say(
        auditGaps.zone(name, zoneName(chosen.east), zoneName(better.east), chosen.inside, better.inside, better.fills),
      );
    }
  }
  const days = missingDays(files, market);
  if (days.length > 0 && !isShared) say(auditGaps.days(days));
  for (const { account, venue, orders } of ordersBesideTrades) say(auditGaps.ordersBeside(account, venue, orders));
  const reasons = Object.entries(total.unmeasured);
  if (reasons.length > 0) say(auditGaps.reasons(reasons));
}

/** Fills that do not count because they count already. */
function sayLeftOut(name: string, { counts, listed }: FileLeftOut, isShared: boolean): void {
  for (const why of ['repeated', 'order'] as const) {
    const rows = isShared ? [] : listed.filter((row) => row.why === why).slice(0, MOST_NAMED);
    if (counts[why] > 0) for (const line of auditGaps.leftOut(name, why, counts[why], rows)) say(line);
    if (!isShared && counts[why] > MOST_NAMED) say(auditGaps.more(counts[why] - MOST_NAMED));
  }
}
