import { extractText, getDocumentProxy } from 'unpdf';

/** What another program reads of a PDF. */
export interface ReadPdf {
  /** The text of each page, its lines joined by spaces. */
  readonly pages: readonly string[];
  /** The same as it stands, line by line. */
  readonly lines: readonly (readonly string[])[];
  readonly title: string;
  readonly language: string;
  readonly created: string;
  readonly isTagged: boolean;
  /** Width before height, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  /** What stands beside the text to go to. */
  readonly bookmarks: readonly string[];
  /** The kinds of elements of its structure, each once. */
  readonly elements: ReadonlySet<string>;
  /** What is said of each picture. */
  readonly alts: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const { info } = (await document.getMetadata()) as unknown as { info: Readonly<Record<string, string>> };
  const mark = await document.getMarkInfo();
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
  const trees = await Promise.all(pages.map((page) => page.getStructTree() as Promise<Node>));
  const nodes = trees.flatMap(nodesOf);
  const outline = (await document.getOutline()) as readonly { title: string }[] | null;
  return {
    pages: text.map((page) => page.replace(/\s+/g, ' ')),
    lines: text.map((page) => page.split('\n')),
    title: info['Title'] ?? '',
    language: info['Language'] ?? '',
    created: info['CreationDate'] ?? '',
    isTagged: mark?.Marked === true,
    sizes: pages.map(({ view }) => [Math.round(view[2] as number), Math.round(view[3] as number)]),
    bookmarks: (outline ?? []).map(({ title }) => title),
    elements: new Set(nodes.flatMap(({ role }) => role ?? [])),
    alts: nodes.flatMap(({ alt }) => alt ?? []),
  };
}

/** A text as a reader of lines gives it back: where a line was broken is not known, so no white space counts. */
export const unspaced = (text: string): string => text.replace(/\s/g, '');
