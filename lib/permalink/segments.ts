const SHAPE = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00(?:\.000)?)?Z$/;

/** A path segment arrives percent-encoded (`21%3A20Z`); undefined where the encoding is broken. */
export function decodedSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * Whether a path segment, encoded or not, is written wrongly as a minute: another shape, month 13, hour 24, minute 99. A day that no
 * calendar has (30 February) is well written and names nothing, which is "not found" and not "malformed".
 */
export function isMalformedMinute(segment: string): boolean {
  const text = decodedSegment(segment);
  const match = text === undefined ? null : SHAPE.exec(text);
  if (text === undefined || match === null) return true;
  const [month, day, hour, minute] = match.slice(1).map(Number);
  if (month === undefined || day === undefined || hour === undefined || minute === undefined) return true;
  return month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59;
}

/** The decoded segments of a path; undefined where its encoding is broken. */
export function segmentsOf(path: string): readonly string[] | undefined {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodedSegment);
  return segments.every((segment) => segment !== undefined) ? segments : undefined;
}

/** A path segment decoded; one that cannot be stays as it is and fails where it is read. */
export const asMeant = (segment: string): string => decodedSegment(segment) ?? segment;

/** A text as a path segment; a colon means nothing in one, and a minute can be read. */
export const writtenSegment = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':');
