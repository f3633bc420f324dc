import type { View } from './view';
import { viewPath } from './view';
import { segmentsOf } from './segments';
import { searchIn, type Search } from './query';

/** What the page of a view inside somebody else's page is light or dark by. */
export const EMBED_THEMES = ['light', 'dark', 'system'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];
const THEME = 'theme';
/** Tells the layout of a page, which sees no address, that it is embedded and as what. */
export const EMBEDDED_HEADER = 'x-plumbline-embedded';
const PREFIX = '/embed';

/** The address of a view inside somebody else's page. */
export const embedPath = (view: View): string => `${PREFIX}${viewPath(view)}`;

/** As what an address embeds: `theme=` of it; undefined: it is of no embedded page. What is none of the themes is as if it were not there. */
export function embedThemeOf(pathname: string, query: string): EmbedTheme | undefined {
  if (segmentsOf(pathname)?.[0] !== PREFIX.slice(1)) return undefined;
  return EMBED_THEMES.find((one) => one === searchIn(query).get(THEME)) ?? 'system';
}

/** The fields of the view alone. */
export function withoutTheme(search: Search): Search {
  const others = new URLSearchParams(search);
  others.delete(THEME);
  return others;
}
