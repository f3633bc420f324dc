import { fileUnread } from '../output';

/** What `audit` and `orderlog` say of the files and the clocks they are given. */

const NAME_ONE = 'name an export of fills or an order log';
export const fileUnreadable = (file: string, why: string): string => `${fileUnread(file, why)}; ${NAME_ONE}`;
export const claimNotAFile = (file: string): string => `${file} is not a file; ${NAME_ONE}`;
export const fileEmpty = (file: string): string => `${file} is empty`;
export const notAZone = (option: string, text: string): string =>
  `${option} is "${text.slice(0, 40)}"; it takes utc, utc+8 or utc-3:30`;
export const notAColumn = (text: string, roles: readonly string[]): string =>
  `--column is "${text.slice(0, 40)}"; it takes ROLE=NAME, ROLE one of ${roles.join(', ')}`;
