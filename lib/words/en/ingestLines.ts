/** What an ingest, in a terminal or a log, says at its end. */

export const missingLine = (what: string): string => `missing: ${what}`;
export const noteLine = (note: string): string => `note: ${note}`;
