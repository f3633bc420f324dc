import { isList, plainText, type Block, type RichText } from '../../richText';
import { CHAPTER_TITLES } from './chapters';
import * as certainty from './certainty';
import * as control from './control';
import * as currency from './currency';
import * as deviation from './deviation';
import * as episodes from './episodes';
import { INTERPRETATIONS, LEAD as INTERPRETATIONS_LEAD } from './interpretations';
import * as itself from './itself';
import { ALIASES, NAMESAKES } from './leftOut';
import * as order from './order';
import { LEAD, PAGE } from './page';
import * as reference from './reference';
import * as reproducible from './reproducible';
import { MISSING, MISSING_MEANINGS, TERMS, TRADED } from './terms';
import * as unusual from './unusual';
import { IN_FORCE } from './versions';
import * as wrapped from './wrapped';

/** A part of a chapter with a heading of its own. */
interface Titled {
  readonly heading: string;
  readonly rule: readonly Block[];
}

const WIDTH = 100;

/** Lines of at most WIDTH characters; a longer word stands alone. */
function wrapped100(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, i) => `${i === 0 ? '' : indent}${one}`).join('\n');
}

const item = (of: RichText, mark: string): string =>
  `${mark} ${wrapped100(plainText(of), ' '.repeat(mark.length + 1))}`;

const blocks = (all: readonly Block[]): readonly string[] =>
  all.map((block) =>
    isList(block)
      ? block.items.map((of, i) => item(of, block.ordered ? `${String(i + 1)}.` : '-')).join('\n')
      : wrapped100(plainText(block)),
  );

const titled = ({ heading, rule }: Titled): readonly string[] => [heading.toUpperCase(), ...blocks(rule)];

const formula = (said: string): string => item(`${said}.`, '=');

/** The rules of the method page as a text of lines, section by section, without their reasons and their examples. */
export function methodText(): string {
  const chapters: readonly (readonly [keyof typeof CHAPTER_TITLES, readonly string[]])[] = [
    [
      'words',
      [
        TERMS.map(({ term, meaning }) => item(`${term}: ${meaning}`, '-')).join('\n'),
        formula(TRADED.label),
        ...titled(MISSING),
        Object.entries(MISSING_MEANINGS)
          .map(([reason, meaning]) => item(`${reason}: ${meaning}`, '-'))
          .join('\n'),
      ],
    ],
    ['currency', [...blocks(currency.RULE), ...[currency.UNCERTAINTY, ALIASES, NAMESAKES].flatMap(titled)]],
    [
      'reference',
      [
        ...blocks(reference.RULE),
        ...Object.values(reference.FORMULAS).map(formula),
        ...[reference.CHOICE, reference.BLOC].flatMap(titled),
        ...blocks(reference.otherReferences('')),
      ],
    ],
    [
      'deviation',
      [
        ...blocks(deviation.RULE),
        ...deviation.MEASURED_FIELDS.map((field) => formula(deviation.formulaOf(field))),
        formula(deviation.OUTSIDE.formula),
      ],
    ],
    ['episodes', [...blocks(episodes.RULE), ...titled({ heading: certainty.HEADING, rule: certainty.RULE })]],
    ['control', [...blocks(control.RULE), ...titled(control.LOWEST)]],
    ['wrapped', blocks(wrapped.RULE)],
    ['unusual', [...blocks(unusual.RULE), formula(unusual.FORMULA)]],
    ['order', blocks(order.RULE)],
    ['reproducible', blocks(reproducible.RULE)],
    ['itself', blocks(itself.rule(''))],
    [
      'readings',
      [
        wrapped100(INTERPRETATIONS_LEAD),
        ...INTERPRETATIONS.map(({ question, answer }) => `${item(question, '-')}\n  ${wrapped100(answer, '  ')}`),
      ],
    ],
    ['versions', blocks(IN_FORCE)],
  ];
  return [
    PAGE.heading.toUpperCase(),
    ...blocks(LEAD),
    ...chapters.flatMap(([name, paragraphs], i) => [
      `${String(i + 1)}. ${CHAPTER_TITLES[name].toUpperCase()}`,
      ...paragraphs,
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}
