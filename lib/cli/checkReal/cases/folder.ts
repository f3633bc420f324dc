import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { FILE_CASES } from './fileCases';
import { MARKET_FILES } from './marketCases';

/** Whether a folder holds files of single cases: rows made by hand, each kind of which was once read as something else. */
export const isCasesFolder = (folder: string): boolean => FILE_CASES.some(({ file }) => existsSync(join(folder, file)));

/** Whether every file of the folder is one of the cases: none is passed over. */
export function namedCheck(folder: string): Check {
  const named = new Set([...FILE_CASES.map(({ file }) => file), ...MARKET_FILES]);
  const left = readdirSync(folder).filter((file) => !named.has(file));
  return {
    name: `files of ${folder} that no case reads`,
    wanted: 'none',
    found: left.length === 0 ? 'none' : left.join(', '),
  };
}
