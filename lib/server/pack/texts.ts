import type { Certification, Unmade } from '../../evidence/pdf/packPdf';
import { wrappedWhere } from '../../evidence/wrap';
import { escapeXml } from '../../evidence/xml';
import {
  exhibitName,
  exhibitTerms,
  packChecks,
  packFiles,
  packHeads,
  packKeysAt,
  packLead,
  packUse,
} from '../../words/pack';
import { PACK_COMMANDS, PAGE_TYPE } from '../../words/packCommands';
import { pictureSimulated, pictureTerms, pictureTranslation } from '../../words/picture';
import { speech } from '../../words/spoken';
import { csvText } from '../forms/csv';
import { tableOf } from '../forms/table';
import type { Exhibit } from './exhibit';

/** What the texts of a pack are about. */
export interface PackFacts {
  readonly title: string;
  /** What stands before the rest, beside what each pack says. */
  readonly note?: string | undefined;
  readonly exhibits: readonly Exhibit[];
  readonly missing: readonly Unmade[];
  readonly isSimulated: boolean;
  readonly isSigned: boolean;
  /** The time authorities that are asked for a stamp, as their files are named; none: nobody is. */
  readonly stampers: readonly string[];
  /** Of the app's public address; undefined: it has none. */
  readonly origin: string | undefined;
}

/** A sign of Korean or Chinese takes two columns of a terminal. */
const columnsOf = (line: string): number =>
  Array.from(line).reduce((sum, sign) => sum + (/[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);
const COLUMNS = 100;

/** Stands for a space at which no line ends. */
const JOINED = '\u{e000}';
/** A command, whole or cut behind any sign, with what follows it directly. */
const COMMAND = /^`[^` ]*(?:`\S*)?$/;

/**
 * Lines of at most a hundred columns where they can be; `indent` before each but the first. A command stays on one line, however long: pasted from two, it
 * would be two commands.
 */
export const filled = (text: string, indent = ''): string =>
  wrappedWhere(
    text.replaceAll(/`[^`]+`/g, (command) => command.replaceAll(' ', JOINED)),
    (line) => columnsOf(line) <= COLUMNS - indent.length || COMMAND.test(line),
  )
    .join(`\n${indent}`)
    .replaceAll(JOINED, ' ');

const stamp = ({ isSimulated }: Pick<PackFacts, 'isSimulated'>): readonly string[] =>
  isSimulated ? [pictureSimulated.band] : [];
/** What stands below a text in another language than English. */
export const translation = (): readonly string[] => (speech().language === 'en' ? [] : [pictureTranslation.note]);

const STAMPS = 'manifest-sha256.txt.stamps.txt';
/** What one authority gives; where it fails, nothing is there, and the list of stamps says so. */
const stampFiles = (name: string): readonly string[] =>
  ['tsr', 'pem'].map((ending) => `manifest-sha256.txt.${name}.${ending}`);

const KEYS = '/.well-known/plumbline-keys.json';
/** The README of a pack: what it is, what its files are, how to check and how to use it. */
export function packReadme(facts: PackFacts): string {
  const { title, exhibits, isSigned, stampers, origin } = facts;
  const [stamper] = stampers;
  const files: readonly (readonly [names: string, what: string])[] = [
    ['pack.pdf', packFiles.pack],
    ['index.pdf, index.html, index.csv', packFiles.index],
    ['certification.txt', packFiles.certification],
    [exhibits.map(({ folder }) => `${folder}/`).join(', '), packFiles.exhibits],
    ['manifest-sha256.txt', packFiles.manifest],
    ...(isSigned ? [[['manifest-sha256.txt.sig', 'key.pem'].join(', '), packFiles.signature] as const] : []),
    ...(stamper === undefined ? [] : [[[STAMPS, ...stampFiles('NAME')].join(', '), packFiles.stamps] as const]),
  ];
  const steps = [
    packChecks.sums(PACK_COMMANDS.sums, PACK_COMMANDS.sumsOfMac),
    isSigned
      ? packChecks.signature(origin === undefined ? packKeysAt(KEYS) : `${origin}${KEYS}`, PACK_COMMANDS.signature)
      : packChecks.unsigned,
    ...(stamper === undefined ? [] : [packChecks.stamps(stampers, STAMPS, PACK_COMMANDS.stamp(stamper))]),
    packChecks.script(PACK_COMMANDS.script),
    packChecks.address,
    packChecks.exchange,
  ];
  return textOf([
    ...stamp(facts),
    title,
    ...(facts.note === undefined ? [] : [filled(facts.note)]),
    packHeads.whatThisIs,
    filled(`${packLead.measures} ${packLead.folders} ${packLead.quoted}`),
    ...exhibits.map(({ number, title: of, when, finding }) =>
      [`${exhibitName(number)}: ${of}`, `  ${when}`, `  ${filled(finding, '  ')}`].join('\n'),
    ),
    ...missingText(facts),
    packHeads.files,
    files.map(([names, what]) => `${filled(names)}\n  ${filled(what, '  ')}`).join('\n'),
    packHeads.check,
    steps.map((step, i) => `${String(i + 1)}. ${filled(step, '   ')}`).join('\n\n'),
    packHeads.use,
    [packUse.unchanged, packUse.certification, packUse.counsel].map((text) => filled(text)).join('\n\n'),
    ...translation(),
  ]);
}

const missingText = ({ missing }: PackFacts): readonly string[] =>
  missing.length === 0
    ? []
    : [
        packHeads.missing,
        filled(packLead.missing),
        ...missing.map(({ address, why }) => `${address}\n  ${filled(why, '  ')}`),
      ];

/** The certification as a text. */
export const certificationFile = (facts: PackFacts, certification: Certification): string =>
  textOf([
    ...stamp(facts),
    ...certification.map(({ head, lines }) => [head, ...lines.map((line) => filled(line, '     '))].join('\n\n')),
    ...translation(),
  ]);

export const textOf = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

/** What a row of the index says; an address without an exhibit has no number, and its reason as its finding. */
type Row = Partial<Exhibit> & Pick<Exhibit, 'address' | 'finding'>;

/** The list of exhibits as CSV; the names of its columns are those of the API. */
export const indexCsv = ({ exhibits, missing, isSimulated }: PackFacts): string =>
  csvText(
    tableOf<Row>(
      [...exhibits, ...missing.map(({ address, why }) => ({ address, finding: why }))],
      [
        ['number', 'exhibit', ({ number = null }) => number],
        ['text', 'title', ({ title = null }) => title],
        ['text', 'asset', ({ asset = null }) => asset],
        ['text', 'venues', ({ venues }) => venues?.join('; ') ?? null],
        ['minute', 'minute', ({ minute = null }) => minute],
        ['minute', 'from', ({ from = null }) => from],
        ['minute', 'to', ({ to = null }) => to],
        ['text', 'finding', ({ finding }) => finding],
        ['text', 'address', ({ address }) => address],
        ['text', 'digest', ({ digest = null }) => digest],
        ['text', 'folder', ({ folder = null }) => folder],
        ['truth', 'simulated', () => isSimulated],
      ],
    ),
  );

const STYLE = [
  'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem;color:#14181b;background:#fff}',
  '.stamp{background:#ffc61a;color:#14110a;padding:.4rem;font-weight:700}',
  'code,.code{font-family:monospace;overflow-wrap:anywhere}',
  'dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.2rem 1rem}',
  'dd{margin:0}',
  'dt{font-weight:600}',
].join('');

/** The list of exhibits as a page that needs nothing else; each leads to its folder. */
export function indexHtml(facts: PackFacts): string {
  const { title, exhibits, missing, origin } = facts;
  const stamps = stamp(facts).map((text) => `<p class="stamp">${escapeXml(text)}</p>`);
  return [
    PAGE_TYPE,
    `<html lang="${speech().language}">`,
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeXml([...stamp(facts), title].join(' '))}</title>`,
    `<style>${STYLE}</style>`,
    ...stamps,
    `<h1>${escapeXml(packHeads.index)}</h1>`,
    `<p>${escapeXml(title)}</p>`,
    ...[...(facts.note === undefined ? [] : [facts.note]), packLead.measures, ...translation()].map(
      (text) => `<p>${escapeXml(text)}</p>`,
    ),
    ...exhibits.map((one) => sectionOf(one, origin !== undefined)),
    ...(missing.length === 0
      ? []
      : [
          `<section><h2>${escapeXml(packHeads.missing)}</h2><p>${escapeXml(packLead.missing)}</p>`,
          ...missing.map(({ address, why }) => `<p><code>${escapeXml(address)}</code><br>${escapeXml(why)}</p>`),
          '</section>',
        ]),
    ...stamps,
    '</html>',
    '',
  ].join('\n');
}

function sectionOf(one: Exhibit, isOnTheWeb: boolean): string {
  const address = isOnTheWeb
    ? `<a href="${escapeXml(one.address)}">${escapeXml(one.address)}</a>`
    : escapeXml(one.address);
  const entries: readonly (readonly [term: string, html: string, isCode: boolean])[] = [
    [exhibitTerms.asset, escapeXml(one.asset), false],
    [pictureTerms.venues, escapeXml(one.venues.join(', ')), false],
    [exhibitTerms.folder, `<a href="${one.folder}/README.txt">${one.folder}</a>`, true],
    [exhibitTerms.address, address, true],
    [pictureTerms.digest, escapeXml(one.digest), true],
  ];
  return [
    `<section id="${one.folder}"><h2>${escapeXml(`${exhibitName(one.number)}: ${one.title}`)}</h2>`,
    `<p>${escapeXml(one.when)}</p><p>${escapeXml(one.finding)}</p><dl>`,
    ...entries.map(
      ([term, html, isCode]) => `<dt>${escapeXml(term)}</dt><dd${isCode ? ' class="code"' : ''}>${html}</dd>`,
    ),
    '</dl></section>',
  ].join('\n');
}
