import { exhibitName, exhibitTerms, packHeads } from '../../words/pack';
import { pictureTerms } from '../../words/picture';
import { paragraph, row, type Block } from './blocks';
import { HEAD, missingBlocks, printed, SMALL, TEXT, textPages, TITLE, type PackSheets } from './packPdf';
import { INK, LINK, pageMark, uprightRoom } from './frame';
import { Paper } from './paper';

/** One exhibit in the list. */
export interface IndexEntry {
  readonly number: number;
  readonly title: string;
  readonly when: string;
  readonly finding: string;
  readonly asset: string;
  readonly venues: readonly string[];
  readonly address: string;
  /** Where the web has it. */
  readonly href: string | undefined;
  readonly digest: string;
  readonly folder: string;
}

export type IndexSheets = Omit<PackSheets, 'exhibits' | 'certification'> & { readonly exhibits: readonly IndexEntry[] };

const GAP = 10;
const TERM = 96;

/** The list of exhibits as a document. */
export function indexPdf(sheets: IndexSheets): Promise<Buffer> {
  const paper = new Paper(sheets);
  const { width } = uprightRoom();
  const blocks = [
    paragraph(paper, { text: packHeads.index, width, look: TITLE, element: 'H1' }),
    paragraph(paper, { text: sheets.heading, width, look: HEAD }, 4),
    ...sheets.lead.map((text) => paragraph(paper, { text, width, look: TEXT }, 8)),
    ...sheets.exhibits.flatMap((exhibit) => entryBlocks(paper, exhibit)),
    ...missingBlocks(paper, sheets.missing, width),
  ];
  const mark = pageMark(sheets);
  return printed(paper, textPages(blocks, packHeads.index, mark), mark);
}

function entryBlocks(paper: Paper, exhibit: IndexEntry): readonly Block[] {
  const { width } = uprightRoom();
  const of = (term: string, text: string, face: 'sans' | 'mono' = 'sans', href?: string): Block =>
    row(
      paper,
      [
        { text: term, width: TERM, look: { face: 'bold', size: 8.5, colour: INK }, element: 'TH' },
        {
          text,
          width: width - TERM - GAP,
          look: { face, size: face === 'mono' ? 7.8 : 8.5, colour: href === undefined ? INK : LINK },
          href,
        },
      ],
      GAP,
      4,
    );
  return [
    paragraph(
      paper,
      { text: `${exhibitName(exhibit.number)}: ${exhibit.title}`, width, look: HEAD, element: 'H2' },
      18,
    ),
    paragraph(paper, { text: exhibit.when, width, look: SMALL }, 1),
    of(exhibitTerms.finding, exhibit.finding),
    of(exhibitTerms.asset, exhibit.asset),
    of(pictureTerms.venues, exhibit.venues.join(', ')),
    of(exhibitTerms.folder, exhibit.folder, 'mono'),
    of(exhibitTerms.address, exhibit.address, 'mono', exhibit.href),
    of(pictureTerms.digest, exhibit.digest, 'mono'),
  ];
}
