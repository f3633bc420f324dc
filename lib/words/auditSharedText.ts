import type { SharedAudit, SharedSum } from '../api/audit';
import { auditCurves, auditFile, auditShare, auditTables, auditTotals } from './auditPage';
import { SIMULATED } from './names';
import { workedExample } from './workedExample';
import { count } from './numbers';
import { episodeName } from './auditEpisode';
import { joins } from './spelled';
import { besideLines, fileLine } from './auditLeftOut';

const within = <T>(texts: Readonly<Partial<Record<string, T>>>, key: string): T | undefined => texts[key];

/** A result that can be shown to others, in the reader's language: no quantity, price or money. */
export function sharedText(shared: SharedAudit): string {
  const { officialRule: rule } = shared;
  return [
    ...(shared.simulated ? [SIMULATED] : []),
    ...(shared.reconstructed ? [`${workedExample.label}${joins.colon}${workedExample.notice}`] : []),
    auditShare.title,
    auditShare.note,
    '',
    ...shared.files.map((file) => fileLine(file, auditShare.file(file.file, formatName(file), file.fills, file.rows))),
    ...besideLines(shared.ordersBesideTrades),
    '',
    auditTotals.title,
    ...sumLines(shared.total),
    ...Object.entries(shared.total.unmeasured).map(
      ([why, fills]) =>
        `${auditTotals.unmeasured}${joins.colon}${within(auditTotals.reasons, why) ?? why} (${count(fills)})`,
    ),
    ...(shared.total.liquidations > 0 ? [auditShare.rule(rule.inside, rule.outside, rule.unknown)] : []),
    ...partLines(auditTables.assets, shared.assets, ({ asset }) => asset ?? auditShare.notCompared),
    ...partLines(auditTables.episodes, shared.episodes, episodeName),
    ...(shared.accounts.length > 1
      ? partLines(auditTables.accounts, shared.accounts, ({ account }) => auditCurves.account(account))
      : []),
    '',
    auditShare.days,
    ...shared.days.map(({ book, day, digest }) => `${book} ${day} ${digest}`),
    '',
  ].join('\n');
}

const formatName = ({ format }: { readonly format: string }): string => within(auditFile.formats, format) ?? format;

const sumLines = (sum: SharedSum): readonly string[] => [
  auditTotals.measured(sum.measured, sum.fills),
  auditShare.sides(sum.worseFills, sum.betterFills),
  ...(sum.weak > 0 ? [auditShare.weak(sum.weak)] : []),
  ...(sum.withinRate > 0 ? [auditTotals.within(sum.withinRate)] : []),
  ...(sum.outsideCandle > 0 ? [auditTotals.outside(sum.outsideCandle)] : []),
  ...(sum.liquidations + sum.adl > 0 ? [auditTotals.flags(sum.liquidations, sum.adl)] : []),
];

const partLines = <Part extends SharedSum>(
  title: string,
  parts: readonly Part[],
  nameOf: (part: Part) => string,
): readonly string[] => [
  '',
  title,
  ...parts.map(
    (part) =>
      `${nameOf(part)}${joins.colon}${[auditTotals.measured(part.measured, part.fills), auditShare.sides(part.worseFills, part.betterFills)].join(joins.sentences)}`,
  ),
];
