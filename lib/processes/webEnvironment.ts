import { SERVER_MEMORY } from './serverMemory';

/** The variables of a web server's process: this process' own, but for what is decided here. */
export const webEnvironment = ({
  port,
  host,
  databaseUrl,
}: {
  readonly port: number;
  /** The address it listens on. */
  readonly host: string;
  readonly databaseUrl: string;
}): NodeJS.ProcessEnv => ({
  ...SERVER_MEMORY,
  ...process.env,
  NODE_ENV: 'production',
  PORT: String(port),
  HOSTNAME: host,
  DATABASE_URL: databaseUrl,
});
