import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { inLanguage } from '@/lib/permalink/language';

type Props = Omit<ComponentProps<typeof NextLink>, 'href'> & { readonly href: string };

/** A link to a page of ours, which stays in the language that its reader chose. */
export const Link = ({ href, ...rest }: Props) => <NextLink href={inLanguage(href)} {...rest} />;

/** Whether the page of the link around it is on its way. */
export { useLinkStatus } from 'next/link';
