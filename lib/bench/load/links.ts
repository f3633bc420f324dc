import { formatMinute, minute, minuteRange, parseRange, type MinuteRange } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { request } from 'undici';

/** The event's four hours, which the front page links to. */
const EVENT = promised(parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z'));
const MINUTE = '2025-10-10T21:20Z';

/** The event's window, so many minutes later; before it where negative. Days of the rehearsal are held three days to each side. */
export const window = (minutesLater = 0): MinuteRange =>
  minuteRange(minute(EVENT.from + minutesLater), minute(EVENT.to + minutesLater));

const query = ({ from, to }: MinuteRange): string => `from=${formatMinute(from)}&to=${formatMinute(to)}`;

/** Where each kind of answer is found, of any window. */
export const links = {
  json: (range: MinuteRange): string => `/api/v1/deviations?asset=ATOM&${query(range)}`,
  columns: (range: MinuteRange): string => `/api/v1/deviations?asset=ATOM&${query(range)}&format=columns`,
  picture: (range: MinuteRange): string => `/api/v1/charts/ATOM.png?v=3&m=2&${query(range)}&density=1`,
  asset: (range: MinuteRange): string => `/ATOM?${query(range)}`,
  minute: (range: MinuteRange): string => `/ATOM/${MINUTE}?${query(range)}`,
} as const;

/** Where a page's address leads: the one that says the whole view, as a reader's browser has it. */
export async function spelledOut(origin: string, path: string): Promise<string> {
  const { statusCode, headers, body } = await request(`${origin}${path}`);
  await body.dump();
  const { location } = headers;
  return statusCode >= 300 && statusCode < 400 && typeof location === 'string'
    ? new URL(location, origin).href.slice(origin.length)
    : path;
}

/** The same page over another window. Throws where the address, spelled out, does not say its window. */
export function over(page: string, range: MinuteRange): string {
  const [now, then] = [query(window()), query(range)];
  if (!page.includes(now)) throw new Error(`${page} does not say ${now}`);
  return page.replace(now, then);
}
