/** The longest window anything is asked of: nobody reads a longer one minute by minute, and it would occupy the machine for everybody. */
export const MOST_WINDOW_DAYS = 366;

/** The longest window of which one answer can hold every minute; `analyze --csv` writes longer ones row by row. */
export const MOST_EVERY_MINUTE_DAYS = 31;

/**
 * The longest window whose every minute comes where no resolution is named: a week of ten venues is some ten megabytes of
 * rows, and a chart has no more places to draw at than a week has minutes. A longer one takes long enough that the server
 * tells how far it is.
 */
export const EVERY_MINUTE_UNASKED_DAYS = 7;

/** The longest window of a bundle: the candles of whole UTC days of every book go into it, some hundred books for sixteen venues. */
export const MOST_BUNDLED_DAYS = 2;

/** The longest window of marks of collateral: every minute of it goes into one answer, and a ratio is read from before it. */
export const MOST_MARKED_DAYS = 2;

/** The largest file that is verified. A picture has less than one megabyte, a photograph of a screen ten. */
export const MOST_VERIFIED_MB = 32;

/** The most exhibits of a pack that is made for a reader: each is a bundle, and all of them are held together before they are sent. */
export const MOST_EXHIBITS = 10;

/** The longest query that is read at all, in characters, its question mark among them; every view fits many times over. */
export const MOST_QUERY = 4_096;
/** An asset and a minute. */
export const MOST_QUERY_OF_METHOD = 256;
/** An asset and a window. */
export const MOST_QUERY_OF_REVISIONS = 1_024;
/** An address as a picture prints it takes three signs for some of its own. */
export const MOST_QUERY_OF_ADDRESS = 8_192;
/** As many addresses as a pack takes, written in full; Node reads heads of 16 KB. */
export const MOST_QUERY_OF_PACK = 12_000;
