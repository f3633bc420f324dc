import type { Erratum } from '../../api/errata';
import { erratumText } from '../../words/errata';
import { markdownQuoted } from './markdownTable';

/** An entry beside a statement in Markdown. Its link is one of the web, and no part of what is quoted. */
export const erratumBlock = (one: Erratum): string =>
  `> ${markdownQuoted(erratumText({ ...one, link: null }))}${one.link === null ? '' : ` <${one.link}>`}`;
