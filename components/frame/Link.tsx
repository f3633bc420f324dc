import type { ComponentProps } from 'react';
import { inLanguage } from '@/lib/permalink/language';

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  readonly href: string;
  /** Where the reader is on the page stays too. */
  readonly scroll?: false;
};

/**
 * A link to a page of ours, which stays in the language that its reader chose. An element and no component of its own: a page may have a thousand.
 * Whoever listens for all of them opens the page (`usePageLinks`); until then, and without scripts, it is a link like any other.
 */
export const Link = ({ href, scroll, ...rest }: Props) => (
  <a {...rest} href={inLanguage(href)} data-page={scroll === false ? 'in-place' : ''} />
);
