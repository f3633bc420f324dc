const SHOWN = 40;
const shown = (text: string): string => text.slice(0, SHOWN);

/** What each key of `--read-as` takes. */
export const readAsTakes = {
  interval: '1m, 5m, 15m, 1h or 1d',
  'time-unit': 's, ms, us, ns or iso',
  zone: 'UTC or an offset like +02:00',
  delimiter: '",", ";" or tab',
  header: 'yes or no',
  decimal: 'point or comma',
  gaps: 'no-trade or unknown',
} as const;

/** Why an option that says how a file is to be read is refused; one line, with the mend. */
export const settingWords = {
  notColumn: (text: string): string =>
    `--column is "${shown(text)}"; write ROLE=NAME, for example --column volume="Volume ATOM"`,
  unknownRole: (role: string, roles: readonly string[]): string =>
    `--column has the role "${shown(role)}"; it takes ${roles.join(', ')}`,
  neededRole: (role: string, dispensable: readonly string[]): string =>
    `--column ${role}=none: no file can do without it; none is for ${dispensable.join(', ')}`,
  notReadAs: (text: string, keys: readonly string[]): string =>
    `--read-as is "${shown(text)}"; write KEY=VALUE, for example --read-as interval=1h, with one of ${keys.join(', ')}`,
  unknownKey: (key: string, keys: readonly string[]): string =>
    `--read-as has the key "${shown(key)}"; it takes ${keys.join(', ')}`,
  badValue: (key: keyof typeof readAsTakes, value: string): string =>
    `--read-as ${key} is "${shown(value)}"; it takes ${readAsTakes[key]}`,
  badVolumeUnit: (text: string): string =>
    `--volume-unit is "${shown(text)}"; it takes base, quote or contracts:SIZE, for example contracts:0.01`,
  noSuchColumn: (path: string, role: string, name: string, found: string): string =>
    `${path}: --column ${role}=${shown(name)}: there is no such column; the columns are ${found}`,
};
