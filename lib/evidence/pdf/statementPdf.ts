import { drawBlocks, paragraph, row, totalHeight, type Block } from './blocks';
import { begin, INK, pageMark, uprightRoom } from './frame';
import { HEAD, printed, SMALL, tableRows, TEXT, textPages, TITLE, type ExhibitTable } from './packPdf';
import { Paper, type Look, type PdfFace, type PdfFacts } from './paper';

/** A part of a statement: what it says, facts by name, a picture, a table. */
export interface StatementSection {
  readonly head: string;
  readonly texts?: readonly string[];
  readonly facts?: readonly (readonly [term: string, text: string])[];
  readonly picture?: { readonly png: Buffer; readonly alt: string };
  readonly table?: Omit<ExhibitTable, 'title'>;
}

export interface StatementSheets extends PdfFacts {
  readonly isSimulated: boolean;
  /** Of the worked example. */
  readonly isReconstructed: boolean;
  readonly heading: string;
  readonly lead: readonly string[];
  readonly sections: readonly StatementSection[];
}

const [GAP, TERM_SHARE] = [10, 0.3] as const;
const look = (face: PdfFace, colour = INK): Look => ({ face, size: 8.5, colour });

/** A statement as a document: sections of running text; a picture has a page of its own with what follows it. The same bytes for the same facts. */
export function statementPdf(sheets: StatementSheets): Promise<Buffer> {
  const paper = new Paper(sheets);
  const { width } = uprightRoom();
  const mark = pageMark(sheets);
  const opening = [
    paragraph(paper, { text: sheets.heading, width, look: TITLE, element: 'H1' }),
    ...sheets.lead.map((text) => paragraph(paper, { text, width, look: TEXT }, 8)),
  ];
  // Runs of text, parted by the pages that begin with a picture.
  const runs: { readonly blocks: Block[]; readonly picture: StatementSection['picture'] }[] = [
    { blocks: [...opening], picture: undefined },
  ];
  for (const section of sheets.sections) {
    if (section.picture !== undefined) runs.push({ blocks: [], picture: section.picture });
    runs.at(-1)?.blocks.push(...sectionBlocks(paper, section, width));
    if (section.picture !== undefined) runs.push({ blocks: [], picture: undefined });
  }
  const pages = runs
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ blocks, picture }) =>
      picture === undefined
        ? textPages(blocks, sheets.heading, mark)
        : [
            {
              label: sheets.heading,
              orientation: 'portrait' as const,
              draw: (on: Paper) => {
                const { x, y, width: room, height } = begin(on, 'portrait', mark);
                const below = drawBlocks(on, blocks, x, y, room) + GAP;
                on.picture(picture.png, picture.alt, {
                  x,
                  y: below,
                  width: room,
                  height: height - totalHeight(blocks) - GAP,
                });
              },
            },
          ],
    );
  return printed(paper, pages, mark);
}

function sectionBlocks(paper: Paper, section: StatementSection, width: number): readonly Block[] {
  const { head, texts = [], facts = [], table } = section;
  const term = Math.round(width * TERM_SHARE);
  return [
    paragraph(paper, { text: head, width, look: HEAD, element: 'H2' }, 16),
    ...texts.map((text) => paragraph(paper, { text, width, look: { ...TEXT, size: 9 } }, 4)),
    ...facts.map(([name, text]) =>
      row(
        paper,
        [
          { text: name, width: term, look: look('bold'), element: 'TH' },
          { text, width: width - term - GAP, look: look('sans') },
        ],
        GAP,
        5,
      ),
    ),
    ...(table === undefined || table.rows.length === 0
      ? []
      : [
          ...tableRows(paper, { ...table, title: head }, width, look),
          ...(table.more === undefined ? [] : [paragraph(paper, { text: table.more, width, look: SMALL }, 4)]),
        ]),
  ];
}
