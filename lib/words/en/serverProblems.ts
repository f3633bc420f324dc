/** The answer of a web server whose work broke; what exactly is in its log. */
export const INTERNAL_ERROR = 'internal error; see the server log';

/** The reader may be the one who runs it. */
export const DATABASE_UNAVAILABLE =
  'the database does not answer or is busy; try again in a minute, start it with `npm start`, or check DATABASE_URL';

/** What an answer rests on was written to each time it was made. */
export const DATA_CHANGING = 'the data of this answer is being written; try again in a minute, or add asOf=…';
