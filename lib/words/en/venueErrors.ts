import { minuteCount } from './counts';

/** Why a venue did not answer; the cause alone, without the venue's name. `said`: the status and an excerpt of the reply. */
export const venueErrorWords = {
  status: (status: number, excerpt: string): string => `HTTP ${String(status)}${excerpt === '' ? '' : `: ${excerpt}`}`,
  refused: (said: string): string => `refused the request (${said})`,
  maintenance: (said: string): string => `under maintenance (${said})`,
  banned: (minutes: number, said: string): string => `banned this address for ${minuteCount(minutes)} (${said})`,
  redirected: (said: string): string => `redirected elsewhere (${said})`,
  unreachable: (code: string): string => `cannot be reached (${code})`,
  timeout: (timeoutMs: number): string => `no answer within ${String(timeoutMs)} ms`,
  broken: (cause: string): string => `the connection broke (${cause})`,
  stopped: 'stopped',
  notListed: 'the venue does not list it',
  noDisplay: 'the venue has no display candles',
  noTrades: 'the venue serves no trades to build candles from',
  nothingSent: 'no request was sent',
};

/** A proxy variable that names no proxy. */
export const proxyWords = {
  bad: (variable: string): string =>
    `${variable} does not name an http proxy; write http://host:port, or unset ${variable}`,
};
