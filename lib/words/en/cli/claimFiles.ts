/** What `audit` and `orderlog` say of the files and the clocks they are given. */

export const NAME_A_CLAIM_FILE = 'name an export of fills or an order log';
export const fileEmpty = (file: string): string => `${file} is empty`;
export const notAZone = (option: string, text: string): string =>
  `${option} is "${text.slice(0, 40)}"; it takes utc, utc+8 or utc-3:30`;
export const notAColumn = (text: string, roles: readonly string[]): string =>
  `--column is "${text.slice(0, 40)}"; it takes ROLE=NAME, ROLE one of ${roles.join(', ')}`;
