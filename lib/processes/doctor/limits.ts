/** How long the database may take to take a connection, and to answer each question. */
export const DATABASE_TIMEOUT_MS = 5_000;
/** How long a venue may take to tell its time: several requests are let through by a slow network in it. */
export const VENUE_TIMEOUT_MS = 10_000;
/** How long whoever listens on the app's port may take to give a small file. */
export const SERVED_FILE_TIMEOUT_MS = 2_000;
/** A round of `follow` begins eight seconds after the end of a minute: a clock that is off by half of that is mended in time. */
export const CLOCK_TOLERANCE_MS = 4_000;
/** What the candles of the event take: with less, `npm start` could not end. */
export const LEAST_FREE_BYTES = 500 * 2 ** 20;
/** https://www.postgresql.org/support/versioning/: what the tests of other servers begin with. */
export const LEAST_POSTGRES = 14;
