/** In what a citation is pasted into. */
export const CITATION_FORMS = ['text', 'markdown', 'bibtex', 'html'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** What each is called in every language; of plain text that is a word. */
export const CITATION_FORM_NAMES = { markdown: 'Markdown', bibtex: 'BibTeX', html: 'HTML' } as const;

/** What is cited, in the reader's language. */
export interface Cited {
  /** The finding and what it rests on, without its address. */
  readonly said: string;
  readonly address: string;
  /** "ATOM 2025-10-10 21:20 UTC" */
  readonly title: string;
  /** Names it among a paper's sources: letters, digits and hyphens. */
  readonly key: string;
}

/** A citation as text, Markdown (CommonMark), a BibTeX entry or HTML: nothing of it is read as markup of the form. */
export function citationIn(form: CitationForm, { said, address, title, key }: Cited): string {
  switch (form) {
    case 'text':
      return `${said} ${address}`;
    case 'markdown':
      return `${said.replace(/[\\`*_[\]<>#|~&]/g, '\\$&')} <${address}>`;
    case 'bibtex':
      return [
        `@misc{${key},`,
        '  author = {{Plumbline}},',
        `  title = {{${inTex(title)}}},`,
        `  note = {{${inTex(said)}}},`,
        `  url = {${address.replace(/[{}\\]/g, encodeURIComponent)}}`,
        '}',
      ].join('\n');
    case 'html':
      return `<p>${inHtml(said)} <a href="${inHtml(address)}">${inHtml(address)}</a></p>`;
  }
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const inTex = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => HTML[sign] ?? sign);
