type Env = Readonly<Record<string, string | undefined>>;

/** The databases of a web process, by its environment. */
export interface DatabaseAddresses {
  /** What readers are answered from: DATABASE_READ_URL, else DATABASE_URL. */
  readonly url: string;
  /** Where what is written for them goes; undefined: there as well. */
  readonly primaryUrl: string | undefined;
}

/** undefined: no database is named. */
export function databaseOf(env: Env): DatabaseAddresses | undefined {
  const [own = '', reading = ''] = [env['DATABASE_URL'], env['DATABASE_READ_URL']];
  const url = reading || own;
  if (url === '') return undefined;
  return { url, primaryUrl: own === url || own === '' ? undefined : own };
}
