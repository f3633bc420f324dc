import type { OembedAnswer } from '../../api/oembed';
import { FRAMES } from '../../domain/pictureLook';
import type { Picture } from '../../evidence/picture';
import { escapeXml } from '../../evidence/xml';
import { embedPath } from '../../permalink/embed';
import { formPath } from '../../permalink/forms';
import { withLook } from '../../permalink/pictureLook';
import { inPageLanguage } from '../../permalink/language';
import type { View } from '../../permalink/view';
import { stampedTitle } from '../../words/site';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { pictureContent } from '../pictures/picture';
import { viewAddress } from '../views/address';
import { viewAnswers } from '../views/answers';

/** How a page is to be embedded. */
export interface OembedAsked {
  readonly view: View;
  /** Of the app's public address. */
  readonly origin: string;
  /** In CSS pixels; undefined: as large as the picture is. */
  readonly maxWidth: number | undefined;
  readonly maxHeight: number | undefined;
}

/** One pixel a CSS pixel, so that its sides are those that are said. */
const EMBEDDED = { size: 'wide', density: 1 } as const;

/** Of the frame, in CSS pixels: as wide as a column of text gets, and high enough for what is in it at any width from `least` on (docs/embed.md). */
const FRAME = { least: 480, most: 960, height: 1_220 } as const;

/** How whoever embeds a view's page shows it: a frame of the page made for that, or, where there is no room for it, its picture, which leads to the page. */
export async function oembed(
  context: Context,
  { view, origin, maxWidth = Infinity, maxHeight = Infinity }: OembedAsked,
  options: Pick<DeviationsOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<OembedAnswer>> {
  const found = await viewAnswers(context, view, options);
  if (!found.ok) return found;
  const content = pictureContent(found.value, origin);
  const whole = FRAMES.wide;
  const scale = Math.min(1, maxWidth / whole.width, maxHeight / whole.height);
  const [width, height] = [whole.width, whole.height].map((side) => Math.max(1, Math.floor(side * scale))) as [
    number,
    number,
  ];
  const picture = `${origin}${withLook(formPath(found.value.view, 'png'), EMBEDDED)}`;
  // There is one size of it, and it may be too large.
  const thumbnail =
    scale === 1 ? { thumbnail_url: picture, thumbnail_width: whole.width, thumbnail_height: whole.height } : {};
  const said = found.value.minute?.sentence ?? windowTitle(content);
  const title = context.simulated ? stampedTitle(said) : said;
  const page = viewAddress(found.value.view, origin);
  const both = { version: '1.0', type: 'rich', title, provider_name: 'Plumbline', provider_url: origin } as const;
  if (maxWidth >= FRAME.least && maxHeight >= FRAME.height) {
    const [wide, high] = [Math.min(FRAME.most, maxWidth), FRAME.height];
    const frame = `${origin}${inPageLanguage(embedPath(found.value.view))}`;
    return answer({
      ...both,
      html: `<iframe src="${escapeXml(frame)}" title="${escapeXml(title)}" width="${String(wide)}" height="${String(high)}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
      width: wide,
      height: high,
      ...thumbnail,
    });
  }
  return answer({
    ...both,
    html: `<a href="${escapeXml(page)}"><img src="${escapeXml(picture)}" alt="${escapeXml(title)}" width="${String(width)}" height="${String(height)}" style="max-width:100%;height:auto" /></a>`,
    width,
    height,
    ...thumbnail,
  });
}

/** On another page nothing else says of what a sentence is, and of which day. */
const windowTitle = ({ title, subtitle, sentence }: Picture): string =>
  [`${title}, ${subtitle}.`, ...(sentence === undefined ? [] : [sentence])].join(' ');
