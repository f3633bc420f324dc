import { formatInstant } from '../../../domain/instant';
import { formatMinute } from '../../../domain/minute';
import { listAsOf, listWindow, type ListView } from '../../../permalink/lists';
import { pictureAsOf, pictureSimulated, pictureTerms, pictureTranslation, pictureWindow } from '../../../words/picture';
import { speech } from '../../../words/spoken';
import { erratumBlock } from '../erratumBlock';
import { markdownTable } from '../markdownTable';
import type { Stated, StatedList, TextTable } from './shown';

/** A list as Markdown, to be quoted or archived as text: what its page says, its tables, and what they rest on. */
export function listMarkdown(list: ListView, shown: StatedList, { address, lastModified }: Stated): string {
  const { method, simulated } = shown.answer;
  const { title, paragraphs, tables, notes } = shown.text();
  const [window, asOf] = [listWindow(list), listAsOf(list)];
  const terms = [
    ...(simulated ? [[pictureTerms.simulated, pictureSimulated.footer]] : []),
    ...(window === undefined
      ? []
      : [[pictureTerms.window, pictureWindow({ from: formatMinute(window.from), to: formatMinute(window.to) })]]),
    ...notes.map((note) => [pictureTerms.notes, note]),
    ...(asOf === undefined ? [] : [[pictureTerms.asOf, pictureAsOf(formatInstant(asOf))]]),
    ...(lastModified === undefined ? [] : [[pictureTerms.lastModified, pictureAsOf(formatInstant(lastModified))]]),
    [pictureTerms.method, String(method)],
    [pictureTerms.digest, shown.digest],
    ...(speech().language === 'en' ? [] : [[pictureTranslation.term, pictureTranslation.note]]),
  ];
  return [
    `# ${simulated ? `${pictureSimulated.stamp} · ` : ''}${title}`,
    ...(simulated ? [`**${pictureSimulated.band}**`] : []),
    ...shown.errata.map(erratumBlock),
    ...paragraphs,
    ...tables.filter(({ rows }) => rows.length > 0).map(sectionOf),
    terms.map(([term = '', said = '']) => `- ${term}: ${said}`).join('\n'),
    `<${address}>`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

const sectionOf = ({ title, head, rows }: TextTable): string => `## ${title}\n\n${markdownTable(head, rows)}`;
