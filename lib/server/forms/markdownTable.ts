import { plainLine } from '../../domain/plainLine';

/** A table in Markdown, its first column to the left, figures to the right. A row is as long as the head; a head of two lines is one. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** A text that somebody else wrote, as itself: no sign of it marks anything up, names a picture or a link, or goes unseen. */
export const markdownQuoted = (text: string): string => plainLine(text).replaceAll(/[\\`*_[\]<>!#|&~]/g, '\\$&');

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
