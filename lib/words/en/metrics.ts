import { quoted } from './refusals';

/** What each metric is, for whoever reads them where they are told; docs/operations.md says more. */
export const metricHelp = {
  requestDuration: 'Seconds from the head of a request to the last byte of its answer, by route.',
  answers: 'Answers by route and status; 499: the reader went away before the end.',
  requestsInFlight: 'Requests that are being answered.',
  keptRequests: 'Requests by where their answer came from.',
  keptBytes: 'Bytes of answers kept in memory.',
  keptAnswers: 'Answers kept in memory.',
  making: 'Answers that are being made or wait for it.',
  makingMost: 'How many may; beyond that 503.',
  refusals: 'Requests turned away: budget (429), busy (503).',
  analysisTasks: 'Pieces of work that the analysis thread has.',
  poolConnections: 'Connections to the database, by what they are for.',
  poolMost: 'How many there may be.',
  poolWaiting: 'Pieces of work that wait for a connection.',
  databaseUp: 'Whether the database answered in time, 1 or 0; at 0 the figures it gives are left out.',
  simulated: 'Whether the prices are simulated, 1 or 0.',
  ingestRunning: 'Whether an ingest runs, 1 or 0; following is no ingest.',
  ingestFailed: 'Venues of the ingest that runs, or ran last, that refused or failed.',
  venueLag: 'Seconds since the end of the newest minute that the venue answered.',
  venueNewest: 'The end of that minute, in seconds since 1970.',
  venueBooks: 'Markets and sources of which something is stored.',
  venueBooksCurrent: 'Of these, those with an answer in the last ten minutes up to the venue’s newest.',
  venueAnswered: 'Minutes answered, over all books.',
  venueGaps: 'Minutes between the first and the last answered one of a book that were not answered, over all books.',
  venueRevised: 'Minutes whose answer changed, over all books.',
  venueQuarantined: 'Rows that could not be used, over all books.',
} as const;

export const metricsAddressUnknown = (given: string): string =>
  `PLUMBLINE_METRICS: ${quoted(given)} is no port, and no address with a port like 127.0.0.1:9464 or [::1]:9464`;

/** The app runs on without them. */
export const metricsNotServed = (address: string, cause: string): string =>
  `no metrics at ${address} (${cause}); set PLUMBLINE_METRICS to an address and port that are free`;
