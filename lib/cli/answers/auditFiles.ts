import type { FileReading } from '../../claims/audit/run';
import { NoLines, NotUtf8, recognise, type ClaimFile, type Recognised } from '../../claims/reading/file';
import { askedOf, type Said } from '../../claims/reading/layout';
import { NEEDED, type Role } from '../../claims/reading/roles';
import { BadInput } from '../../processes/exit';
import {
  columnsMissing,
  columnUnknown,
  noLines,
  notAnExport,
  notUtf8,
  venueMissing,
  zoneMissing,
} from '../../words/en/cli/audit';
import { NAME_A_CLAIM_FILE } from '../../words/en/cli/claimFiles';
import { unread } from '../reading/namedFile';
import { isOrderLog } from './orderLogs';

/** How a file of fills is read; undefined: it is an order log. Bad input where that is not known. */
export async function readingOf(file: ClaimFile, said: Said): Promise<FileReading | undefined> {
  const found = await recognised(file, said);
  if (found === undefined && (await isOrderLog(file))) return undefined;
  if (found === undefined) throw new BadInput(notAnExport(file.name, NEEDED));
  const { layout, isFixed } = found;
  for (const [role, name] of Object.entries(said.columns ?? {}) as [Role, string][])
    if (layout.columns[role] === undefined) throw new BadInput(columnUnknown(file.name, name));
  const asked = askedOf(layout, said, isFixed);
  const roles = asked.flatMap((one) => (one.kind === 'column' ? [one.role] : []));
  if (roles.length > 0) throw new BadInput(columnsMissing(file.name, roles, layout.head));
  if (asked.some(({ kind }) => kind === 'venue')) throw new BadInput(venueMissing(file.name));
  if (asked.some(({ kind }) => kind === 'zone')) throw new BadInput(zoneMissing(file.name));
  return { file, layout, said };
}

async function recognised(file: ClaimFile, said: Said): Promise<Recognised | undefined> {
  try {
    return await recognise(file, said);
  } catch (failure) {
    if (failure instanceof NoLines) throw new BadInput(noLines(file.name), { cause: failure });
    if (failure instanceof NotUtf8) throw new BadInput(notUtf8(file.name), { cause: failure });
    throw unread(file.name, failure, NAME_A_CLAIM_FILE);
  }
}
