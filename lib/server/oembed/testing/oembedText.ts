/** What a consumer asked for beside the address. */
export interface Room {
  readonly maxwidth?: number;
  readonly maxheight?: number;
}

type Answer = Readonly<Record<string, unknown>>;

const isPixels = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
/** `http` or `https`, whole. */
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\/[^/]+/.test(String(value));

/** The fields that each type requires beside `type` and `version` (sections 2.3.4.1 to 2.3.4.4), and what each must be. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  photo: { url: isAddress, width: isPixels, height: isPixels },
  video: { html: isText, width: isPixels, height: isPixels },
  link: {},
  rich: { html: isText, width: isPixels, height: isPixels },
};

/** Of any type, none of which need be there (section 2.3.4). */
const OPTIONAL: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: isText,
  author_name: isText,
  author_url: isAddress,
  provider_name: isText,
  provider_url: isAddress,
  cache_age: (value) => typeof value === 'number' || /^\d+$/.test(String(value)),
  thumbnail_url: isAddress,
  thumbnail_width: isPixels,
  thumbnail_height: isPixels,
};

/**
 * What of an answer is not as the text of oEmbed 1.0 says it must be (https://oembed.com, section 2.3): written from that text, and from nothing of
 * ours. Empty: it is valid.
 */
export function oembedFaults(
  answer: Answer,
  { maxwidth = Infinity, maxheight = Infinity }: Room = {},
): readonly string[] {
  const faults: string[] = [];
  const { type, version } = answer;
  if (version !== '1.0') faults.push('version is not "1.0"');
  const required = REQUIRED[String(type)];
  if (required === undefined) return [...faults, 'type is none of photo, video, link, rich'];
  for (const [name, fits] of Object.entries(required))
    if (!fits(answer[name])) faults.push(`${name} is required of a ${String(type)}`);
  for (const [name, fits] of Object.entries(OPTIONAL))
    if (name in answer && !fits(answer[name])) faults.push(`${name} is not what it must be`);
  const thumbnail = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'].filter((name) => name in answer);
  if (thumbnail.length % 3 !== 0) faults.push('of a thumbnail all three fields or none');
  for (const part of ['', 'thumbnail_'])
    for (const [side, most] of [
      ['width', maxwidth],
      ['height', maxheight],
    ] as const)
      if (Number(answer[`${part}${side}`]) > most) faults.push(`${part}${side} exceeds what was asked for`);
  if (isText(answer['html']) && !isWellFormed(String(answer['html']))) faults.push('html is no valid XHTML');
  return faults;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)(?:\s+[a-z-]+="[^"<]*")*\s*(\/?)>/g;
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;

/** Every element closed, in its turn, every attribute in quotes, every ampersand written out: what XHTML asks beyond HTML. */
function isWellFormed(html: string): boolean {
  const open: string[] = [];
  for (const [, ends, name = '', isEmpty] of html.matchAll(TAG)) {
    if (ends === '/' && open.pop() !== name) return false;
    if (ends !== '/' && isEmpty !== '/') open.push(name);
  }
  return open.length === 0 && !STRAY_AMPERSAND.test(html) && !/[<>]/.test(html.replaceAll(TAG, ''));
}

/** The discovery links of a page's head (section 4): what each is, and where it leads. */
export const isDiscovery = (type: string, href: string): boolean => {
  if (type !== 'application/json+oembed' || !URL.canParse(href)) return false;
  // The endpoint, the address, a format where one is needed, and no other parameter.
  const names = [...new URL(href).searchParams.keys()];
  return names.includes('url') && names.every((name) => name === 'url' || name === 'format');
};
