import * as english from './en/auditPage';
import { spoken } from './spoken';

export const {
  auditFile,
  auditHead,
  auditLimits,
  auditPicker,
  auditProblems,
  auditRows,
  auditStages,
  auditTables,
  auditTotals,
  officialRule,
  zoneWarning,
} = spoken('auditPage', english);
