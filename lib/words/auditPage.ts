import * as english from './en/auditPage';
import { spoken } from './spoken';

export const {
  auditContracts,
  auditCurves,
  auditFile,
  auditHead,
  auditLimits,
  auditPicker,
  auditProblems,
  auditRows,
  auditShare,
  auditStages,
  auditTables,
  auditTotals,
  officialRule,
  zoneWarning,
} = spoken('auditPage', english);
