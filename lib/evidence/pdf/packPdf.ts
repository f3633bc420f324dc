import { unbroken } from '../../words/numbers';
import { exhibitName, exhibitPage, packHeads, packLead } from '../../words/pack';
import { pngFile } from '../../sealed/pngFile';
import { unbreakable } from '../wrap';
import { drawBlocks, paged, paragraph, row, totalHeight, type Block } from './blocks';
import { begin, INK, LINK, numberPages, pageMark, QUIET, uprightRoom, type PageMark } from './frame';
import { Paper, type Look, type Orientation, type PdfFace, type PdfFacts } from './paper';

/** One fact of an exhibit, a row of its table. */
export interface ExhibitFact {
  readonly term: string;
  readonly text: string;
  /** `mono`: an address or a hash. */
  readonly face: 'sans' | 'mono';
  /** Where the web has it. */
  readonly href?: string | undefined;
}

/** The prices of an exhibit: columns after the first stand at their right edge. */
export interface ExhibitTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** That there are further rows, and where. */
  readonly more: string | undefined;
}

/** What the two pages of an exhibit show. */
export interface ExhibitSheet {
  readonly number: number;
  readonly title: string;
  /** The minute or the window, in UTC. */
  readonly when: string;
  readonly finding: string;
  readonly png: Buffer;
  /** What the picture shows, in words. */
  readonly alt: string;
  readonly facts: readonly ExhibitFact[];
  readonly table: ExhibitTable;
}

/** A form to be completed by a person, section by section. */
export type Certification = readonly Readonly<{ head: string; lines: readonly string[] }>[];

export interface Unmade {
  readonly address: string;
  readonly why: string;
}

/** Everything that stands in the document of a pack. */
export interface PackSheets extends PdfFacts {
  /** What stands above the contents; the file's own title may say more. */
  readonly heading: string;
  readonly isSimulated: boolean;
  readonly lead: readonly string[];
  readonly exhibits: readonly ExhibitSheet[];
  readonly missing: readonly Unmade[];
  readonly certification: Certification;
}

export const TITLE: Look = { face: 'bold', size: 20, colour: INK };
export const HEAD: Look = { face: 'bold', size: 12.5, colour: INK };
export const TEXT: Look = { face: 'sans', size: 10, colour: INK };
export const SMALL: Look = { face: 'sans', size: 8.5, colour: QUIET };

/** The facts of an exhibit are as large as they can be on one page. */
const FACT_SIZES = [9, 8.5, 8, 7.5, 7, 6.5] as const;
const LEAST_SIZE = 6;
const CERTIFICATION_SIZES = [9.5, 9, 8.5] as const;
const GAP = 10;
const TERM_SHARE = 0.24;

/** One page as it is laid out, before it is drawn. */
interface Page {
  readonly label: string;
  readonly orientation: Orientation;
  readonly draw: (paper: Paper) => void;
}

/**
 * The document of a pack: contents, two pages an exhibit (its picture, its facts), and the certification. An exhibit of more facts than fit in one
 * page has further ones. The same bytes for the same facts.
 */
export function packPdf(sheets: PackSheets): Promise<Buffer> {
  const paper = new Paper(sheets);
  const exhibits = sheets.exhibits.map((exhibit) => exhibitPages(paper, exhibit, pageMark(sheets)));
  const certification = textPages(
    certificationBlocks(paper, sheets.certification),
    sheets.certification[0]?.head ?? '',
    pageMark(sheets),
  );
  // How many pages the contents take does not depend on the numbers in them.
  const length = contentsPages(
    paper,
    sheets,
    sheets.exhibits.map(() => 1),
  ).length;
  let next = length + 1;
  const starts = exhibits.map((pages) => {
    const start = next;
    next += pages.length;
    return start;
  });
  const pages = [...contentsPages(paper, sheets, starts), ...exhibits.flat(), ...certification];
  return printed(paper, pages, pageMark(sheets));
}

/** Draws pages, numbers them, and ends the document. */
export function printed(paper: Paper, pages: readonly Page[], mark: PageMark | undefined): Promise<Buffer> {
  for (const page of pages) page.draw(paper);
  numberPages(
    paper,
    pages.map(({ label }) => label),
    pages.map(({ orientation }) => orientation),
    mark,
  );
  return paper.bytes();
}

/** Pages of running text. `label` stands below each. */
export const textPages = (blocks: readonly Block[], label: string, mark: PageMark | undefined): readonly Page[] =>
  paged(blocks, uprightRoom().height).map((some) => ({
    label,
    orientation: 'portrait',
    draw: (on) => {
      const { x, y, width } = begin(on, 'portrait', mark);
      drawBlocks(on, some, x, y, width);
    },
  }));

const destination = (number: number): string => `exhibit-${String(number)}`;

function contentsPages(paper: Paper, sheets: PackSheets, starts: readonly number[]): readonly Page[] {
  const { width } = uprightRoom();
  const number = 40;
  const entries = sheets.exhibits.flatMap((exhibit, i) => [
    row(
      paper,
      [
        {
          text: `${exhibitName(exhibit.number)}: ${exhibit.title}`,
          width: width - number - GAP,
          look: { ...TEXT, face: 'bold', colour: LINK },
          leadsTo: destination(exhibit.number),
        },
        { text: String(starts[i]), width: number, look: TEXT, isAtEnd: true },
      ],
      GAP,
      10,
    ),
    paragraph(paper, { text: exhibit.when, width: width - number - GAP, look: SMALL }, 1),
    paragraph(paper, { text: unbroken(exhibit.finding), width: width - number - GAP, look: { ...TEXT, size: 9 } }, 1),
  ]);
  const blocks = [
    paragraph(paper, { text: sheets.heading, width, look: TITLE, element: 'H1' }),
    ...sheets.lead.map((text) => paragraph(paper, { text, width, look: TEXT }, 8)),
    paragraph(paper, { text: packHeads.contents, width, look: HEAD, element: 'H2' }, 18),
    ...entries,
    ...missingBlocks(paper, sheets.missing, width),
  ];
  return textPages(blocks, sheets.heading, pageMark(sheets));
}

/** The addresses that gave no exhibit, with why; nothing where each gave one. */
export function missingBlocks(paper: Paper, missing: readonly Unmade[], width: number): readonly Block[] {
  if (missing.length === 0) return [];
  return [
    paragraph(paper, { text: packHeads.missing, width, look: HEAD, element: 'H2' }, 18),
    paragraph(paper, { text: packLead.missing, width, look: TEXT }, 6),
    ...missing.flatMap(({ address, why }) => [
      paragraph(paper, { text: address, width, look: { ...SMALL, face: 'mono' } }, 8),
      paragraph(paper, { text: why, width, look: { ...TEXT, size: 9 } }, 1),
    ]),
  ];
}

function exhibitPages(paper: Paper, exhibit: ExhibitSheet, mark: PageMark | undefined): readonly Page[] {
  const facts = factPages(paper, exhibit);
  const of = facts.length + 1;
  const size = pngFile(exhibit.png);
  const orientation: Orientation = size.width > size.height ? 'landscape' : 'portrait';
  const picture: Page = {
    label: exhibitPage(exhibit.number, 1, of),
    orientation,
    draw: (on) => {
      drawPicturePage(on, exhibit, orientation, mark);
    },
  };
  return [
    picture,
    ...facts.map((blocks, i): Page => ({
      label: exhibitPage(exhibit.number, i + 2, of),
      orientation: 'portrait',
      draw: (on) => {
        const { x, y, width } = begin(on, 'portrait', mark);
        drawBlocks(on, blocks, x, y, width);
      },
    })),
  ];
}

function drawPicturePage(
  paper: Paper,
  exhibit: ExhibitSheet,
  orientation: Orientation,
  mark: PageMark | undefined,
): void {
  const { x, y, width, height } = begin(paper, orientation, mark);
  const name = exhibitName(exhibit.number);
  paper.bookmark(destination(exhibit.number), `${name}: ${exhibit.title}`);
  const head = [
    paragraph(paper, { text: `${name}: ${exhibit.title}`, width, look: HEAD, element: 'H2' }),
    paragraph(paper, { text: exhibit.when, width, look: SMALL }, 1),
  ];
  const caption = [paragraph(paper, { text: unbroken(exhibit.finding), width, look: TEXT, element: 'Caption' })];
  const top = drawBlocks(paper, head, x, y, width) + 6;
  const room = { x, y: top, width, height: y + height - top - totalHeight(caption) - 6 };
  const placed = paper.picture(exhibit.png, exhibit.alt, room);
  drawBlocks(paper, caption, x, placed.y + placed.height + 6, width);
}

/** In the largest letters in which they are one page; in the smallest, as many pages as it takes. */
function factPages(paper: Paper, exhibit: ExhibitSheet): readonly (readonly Block[])[] {
  const { height } = uprightRoom();
  for (const size of FACT_SIZES) {
    const blocks = factBlocks(paper, exhibit, size);
    if (totalHeight(blocks) <= height) return [blocks];
  }
  return paged(factBlocks(paper, exhibit, LEAST_SIZE), height);
}

function factBlocks(paper: Paper, { number, title, facts, table }: ExhibitSheet, size: number): readonly Block[] {
  const { width } = uprightRoom();
  const look = (face: PdfFace, colour = INK): Look => ({ face, size: face === 'mono' ? size * 0.92 : size, colour });
  const term = Math.round(width * TERM_SHARE);
  return [
    paragraph(paper, { text: `${exhibitName(number)}: ${title}`, width, look: HEAD, element: 'H3' }),
    ...facts.map((fact, i) =>
      row(
        paper,
        [
          { text: fact.term, width: term, look: look('bold'), element: 'TH' },
          {
            text: fact.text,
            width: width - term - GAP,
            look: look(fact.face, fact.href === undefined ? INK : LINK),
            href: fact.href,
          },
        ],
        GAP,
        i === 0 ? 8 : size * 0.55,
      ),
    ),
    paragraph(
      paper,
      { text: table.title, width, look: { ...look('bold'), size: size + 1 }, element: 'H4' },
      size * 1.4,
    ),
    ...tableRows(paper, table, width, look),
    ...(table.more === undefined ? [] : [paragraph(paper, { text: table.more, width, look: look('sans', QUIET) }, 4)]),
  ];
}

const sum = (widths: readonly number[]): number => widths.reduce((total, one) => total + one, 0);

/** A word of more signs may be broken anywhere: an address, a hash, a file's name. */
const LONGEST_WORD = 24;
/** How small a table's letters may become so that none of its figures is torn. */
const LEAST_SCALE = 0.6;

/**
 * The first column is wide enough for its longest text, the others share what is left. A figure is never broken over two lines: 0.0017281 with its
 * last digit below it would be read as another price.
 */
export function tableRows(
  paper: Paper,
  { head, rows: texts }: ExhibitTable,
  width: number,
  lookOf: (face: PdfFace, colour?: string) => Look,
): readonly Block[] {
  const gap = 8;
  const rows = texts.map((cells) => cells.map(unbroken));
  const room = width - gap * (head.length - 1);
  const widest = (column: number, parts: (text: string) => readonly string[]): number =>
    Math.max(
      ...[head[column] ?? '', ...rows.map((cells) => cells[column] ?? '')].flatMap((text, i) =>
        parts(text).map((part) => paper.widthOf(part, lookOf(i === 0 ? 'bold' : 'sans'))),
      ),
    );
  const whole = head.map((_, column) => widest(column, (text) => [text]));
  const least = head.map((_, column) =>
    widest(column, (text) => unbreakable(text).filter((word) => word.length <= LONGEST_WORD)),
  );
  const [total, leastTotal] = [sum(whole), sum(least)];
  const scale = Math.max(LEAST_SCALE, Math.min(1, room / leastTotal));
  const look = (face: PdfFace, colour?: string): Look => {
    const full = lookOf(face, colour);
    return { ...full, size: full.size * scale };
  };
  // Narrower than the page: what is left stands behind the first. Too wide: each has its longest word, and of what is left as much as it wants in proportion.
  const spare = Math.max(0, room - leastTotal * scale);
  const wanted = total - leastTotal;
  const widths = head.map((_, column) => {
    const [one = 0, word = 0] = [whole[column], least[column]];
    if (total <= room) return one + (column === 0 ? room - total : 0) + 0.01;
    return word * scale + (wanted === 0 ? 0 : (spare * (one - word)) / wanted) + 0.01;
  });
  const line = (cells: readonly string[], isHead: boolean): Block =>
    row(
      paper,
      cells.map((text, column) => ({
        text,
        width: widths[column] as number,
        look: look(isHead ? 'bold' : 'sans'),
        isAtEnd: column > 0,
        element: isHead || column === 0 ? 'TH' : 'TD',
      })),
      gap,
      look('sans').size * 0.45,
    );
  return [line(head, true), ...rows.map((cells) => line(cells, false))];
}

/** In letters in which it is one page, where there are such. */
function certificationBlocks(paper: Paper, sections: Certification): readonly Block[] {
  const { height } = uprightRoom();
  const sized = CERTIFICATION_SIZES.map((size) => certificationIn(paper, sections, size));
  return sized.find((blocks) => totalHeight(blocks) <= height) ?? sized[0] ?? [];
}

function certificationIn(paper: Paper, sections: Certification, size: number): readonly Block[] {
  const { width } = uprightRoom();
  return sections.flatMap(({ head, lines }, section) => {
    const isFirst = section === 0;
    const look = { ...TITLE, size: isFirst ? 16 : size + 2 };
    return [
      paragraph(paper, { text: head, width, look, element: isFirst ? 'H2' : 'H3' }, isFirst ? 0 : size),
      ...lines.map((text) => paragraph(paper, { text, width, look: { ...TEXT, size } }, size / 2)),
    ];
  });
}
