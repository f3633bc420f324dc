/** The title of a page without data, in the browser's tab. */
export const noDataPage = { title: 'No data' } as const;

/** The page of an address that leads nowhere. The two examples stand between the parts of the lead. */
export const notFoundWords = {
  title: 'Not found',
  heading: 'No data at this address',
  leadAsset: 'An address names an asset, like',
  leadMinute: ', or one of its minutes, like',
  leadReason: '. This one names an asset we have no data for, or an invalid date.',
  assets: 'Available assets:',
} as const;

/** A page that failed. `npm start` stands between the parts of the cause; `digest`: the entry of the server's log. */
export const errorWords = {
  heading: 'This page could not be loaded',
  causeDatabase: 'Either the database does not answer (start it with',
  causeInternal: (digest: string | undefined): string =>
    `), or this is an internal error; see the server log${digest === undefined ? '' : `, entry ${digest}`}.`,
  retry: 'Try again',
  wholeHeading: 'Plumbline could not load this page',
  wholeCause: 'Check that the server and its database are running, then try again. The server log has the cause.',
} as const;

/** The answers to addresses that no page can be made of: plain text. */
export const brokenAddress = {
  /** A path whose percent-encoding is broken. */
  encoding: '400: the percent-encoding of this address is broken. Copy the whole link again, or start at /.\n',
  /** A short address whose code was cut short or changed. */
  short: '400: this short address is incomplete or was changed on its way. Copy the whole link again, or start at /.\n',
} as const;
