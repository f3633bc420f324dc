import type { Tooltip, TooltipLine } from '@/lib/charts/pointing/tooltip';

/** The table of the minute at the crosshair. */
export interface CrosshairTable {
  readonly element: HTMLElement;
  readonly write: (tooltip: Tooltip) => void;
}

/** A row that is laid, and the texts in it that change from minute to minute. */
interface Laid {
  readonly form: string;
  readonly row: HTMLTableRowElement;
  readonly mark: HTMLElement | undefined;
  readonly texts: readonly Text[];
}

/**
 * Elements that stay while the pointer moves: from one minute to the next only the texts that differ are written, for making a table anew costs several
 * times as much. Nothing in it is read as markup.
 */
export function crosshairTable(): CrosshairTable {
  const element = document.createElement('div');
  const title = element.appendChild(document.createElement('strong')).appendChild(new Text());
  const table = element.appendChild(document.createElement('table'));
  const heads = table.createTHead().insertRow();
  const body = table.createTBody();
  let said: string | undefined;
  let laid: readonly Laid[] = [];
  return {
    element,
    write: (tooltip) => {
      element.className = `chart-tooltip of-${tooltip.of}`;
      put(title, tooltip.title);
      const words = tooltip.heads.join('\n');
      if (words !== said) heads.replaceChildren(...tooltip.heads.map(headCell));
      said = words;
      const next = tooltip.lines.map((line, at) => {
        const there = laid[at];
        if (there?.form === formOf(line)) return there;
        const made = layLine(line);
        if (there === undefined) body.append(made.row);
        else there.row.replaceWith(made.row);
        return made;
      });
      for (const { row } of laid.slice(next.length)) row.remove();
      laid = next;
      tooltip.lines.forEach((line, at) => {
        const { mark, texts } = laid[at] as Laid;
        if (mark !== undefined && line.colour !== undefined) mark.style.color = line.colour;
        textsOf(line).forEach((text, place) => {
          put(texts[place] as Text, text);
        });
      });
    },
  };
}

function put(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

/** Rows of one form differ in nothing but their texts and the colour of their mark. */
const formOf = ({ name, colour, cells }: TooltipLine): string =>
  `${name === undefined ? 'words' : colour === undefined ? 'median' : 'venue'} ${cells.map(({ columns }) => columns ?? '').join(' ')}`;

const textsOf = ({ name, colour, cells }: TooltipLine): readonly string[] => [
  ...(name === undefined ? [] : [colour === undefined ? name : ` ${name}`]),
  ...cells.map(({ text }) => text),
];

function headCell(words: string): HTMLElement {
  const head = document.createElement('th');
  head.scope = 'col';
  head.append(words);
  return head;
}

/** A row without its texts. */
function layLine(line: TooltipLine): Laid {
  const { name, colour, cells } = line;
  const row = document.createElement('tr');
  const texts: Text[] = [];
  const textIn = (place: HTMLElement): void => {
    texts.push(place.appendChild(new Text()));
  };
  let mark: HTMLElement | undefined;
  if (name !== undefined) {
    const head = row.appendChild(document.createElement('th'));
    head.scope = 'row';
    if (colour === undefined) row.className = 'median';
    else {
      mark = head.appendChild(document.createElement('span'));
      mark.ariaHidden = 'true';
      mark.append('■');
    }
    textIn(head);
  }
  for (const { columns } of cells) {
    const cell = row.insertCell();
    if (columns === undefined) textIn(cell);
    else {
      cell.colSpan = columns;
      cell.className = 'hole';
      textIn(name === undefined ? cell : cell.appendChild(document.createElement('em')));
    }
  }
  return { form: formOf(line), row, mark, texts };
}
