/** Why a page has no answer of the server, each in one line with the mend. `address`: path and query of the API. */
export const connection = {
  unreachable: (address: string): string => `the server does not answer (${address}); check that it is running`,
  brokenOff: (address: string): string => `the server's answer was cut off (${address}); check that it is running`,
  notJson: (address: string, status: number): string =>
    `${address} answered ${String(status)} without JSON; check that this address is Plumbline's`,
  unknownLines: (address: string): string => `${address} answered in a format this page does not know; reload the page`,
  unknownShape: (address: string, flaw: string): string =>
    `${address} answered in a format this page does not know (${flaw}); reload the page`,
  status: (address: string, status: number): string => `${address} answered ${String(status)}`,
} as const;

/** What a reader is told where the server is away or its answer cannot be read: what happened, and what to do. The address is for programs. */
export const failures = {
  unreachable: 'The server cannot be reached. Check your connection, then reload the page.',
  unreadable:
    'The server gave an answer that this page cannot read. Reload the page; if that does not help, try again in a few minutes.',
} as const;
