import { EVERY_MINUTE_UNASKED_DAYS, MOST_BUNDLED_DAYS } from '../api/limits';
import { minutesIn, MINUTES_PER_DAY } from '../domain/minute';
import { inPageLanguage } from './language';
import { viewPath, type View } from './view';

/** The forms of the address of a view, or of a page of many assets, besides its page: what stands behind the last dot. */
export const VIEW_FORMS = ['png', 'svg', 'csv', 'json', 'parquet', 'md', 'zip'] as const;
export type ViewForm = (typeof VIEW_FORMS)[number];
/** All but the picture of pixels. */
export type FileForm = Exclude<ViewForm, 'png'>;

export interface NamedForm {
  readonly name: string;
  readonly form: ViewForm;
}

/** `ATOM.csv` is ATOM as CSV, `2025-10-10T21:20Z.png` a minute as a picture; undefined where no form is named. */
export function namedForm(segment: string): NamedForm | undefined {
  const dot = segment.lastIndexOf('.');
  const form = VIEW_FORMS.find((one) => one === segment.slice(dot + 1));
  return dot < 1 || form === undefined ? undefined : { name: segment.slice(0, dot), form };
}

/** An asset in capitals, alone or with a minute: files of the app itself have small letters. */
const OF_A_VIEW = /^\/[A-Z0-9]{1,20}(?:\/[^/]+)?$/;

/** The pages of many assets, and those below them. */
const OF_A_LIST = /^\/(?:events|lows|scan|compare|venues|league|(?:events|venues)\/[^/]+)$/;

/**
 * The path at which the API answers an address that names a form of a view, `/ATOM.csv` or `/ATOM/2025-10-10T21:20Z.md?…`, or of a list, `/lows.csv?…`
 * or `/events/2025-10-10.json`; undefined of every other.
 */
export function formRoute(address: string): string | undefined {
  const [path = ''] = address.split('?');
  const named = namedForm(path);
  if (named === undefined) return undefined;
  if (OF_A_LIST.test(named.name)) return `/api/v1/lists${path}`;
  return OF_A_VIEW.test(named.name) ? `/api/v1/charts${path}` : undefined;
}

/** Of these a window has every minute, whatever its length: a row for each venue and minute. */
export const TABLE_FORMS: readonly ViewForm[] = ['csv', 'parquet'];

/** The longest window of a form, in days: of tables a week, of a bundle two, since it holds the candles of every book that lends a rate a leg. */
export const mostDaysOf = (form: ViewForm): number =>
  form === 'zip' ? MOST_BUNDLED_DAYS : TABLE_FORMS.includes(form) ? EVERY_MINUTE_UNASKED_DAYS : Infinity;

/** Whether a window is too long for a form. A table of a marked minute is of that minute alone. */
export const isTooLongFor = ({ question, minute }: View, form: ViewForm): boolean =>
  (minute === undefined || form === 'zip') && minutesIn(question.range) > mostDaysOf(form) * MINUTES_PER_DAY;

/** The forms that a view is to be had in. */
export const formsOf = (view: View): readonly ViewForm[] => VIEW_FORMS.filter((form) => !isTooLongFor(view, form));

/** The address of a page in a form, in the language of the page. */
export const pathInForm = (path: string, form: ViewForm): string =>
  inPageLanguage(path.replace(/\?|$/, (rest) => `.${form}${rest}`));

/** The same of a view. */
export const formPath = (view: View, form: ViewForm): string => pathInForm(viewPath(view), form);

/** What each form is (RFC 6838). */
export const MEDIA_TYPES: Readonly<Record<ViewForm, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  md: 'text/markdown',
  zip: 'application/zip',
};
