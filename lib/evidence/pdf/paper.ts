import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Language } from '../../words/languages';
import { fontFiles } from '../fonts';
import { pngFile } from '../../sealed/pngFile';
import { pngPixels } from '../../sealed/pngPixels';
import { wrappedWhere } from '../wrap';

/** Of a document: what its file says of itself. */
export interface PdfFacts {
  readonly title: string;
  readonly language: Language;
  /** The time of the data, which is no click's: the file's own two times. */
  readonly at: Date;
}

export type PdfFace = 'sans' | 'bold' | 'mono';
export type Orientation = 'portrait' | 'landscape';

/** DIN A4, in points. */
const A4 = { short: 595.28, long: 841.89 } as const;

/** Text of one look. */
export interface Look {
  readonly face: PdfFace;
  /** In points. */
  readonly size: number;
  readonly colour: string;
}

/** Where something stands, in points from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of pdfkit's font, what its types leave out. */
interface OpenFont {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean };
}

/** Runs of one text, each in a face that has all of its signs. */
interface Run {
  readonly name: string;
  readonly text: string;
}

const OWN: Readonly<Record<PdfFace, string>> = { sans: 'own', bold: 'ownBold', mono: 'own' };

/** Pictures of long runs of one colour: more is not smaller by much. */
const LEVEL = 6;

/**
 * Pages of a PDF that is the same bytes for the same calls: tagged, in a language, with the faces of pictures cut down to the signs that stand in it.
 * Everything seen belongs to an element of its structure or is marked as decoration.
 */
export class Paper {
  readonly #doc: PDFKit.PDFDocument;
  readonly #language: Language;
  readonly #bytes: Promise<Buffer>;
  #pictures = 0;

  constructor({ title, language, at }: PdfFacts) {
    this.#language = language;
    this.#doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      font: '',
      info: { Title: title, Creator: 'Plumbline', Producer: 'Plumbline', CreationDate: at, ModDate: at },
    });
    this.#bytes = buffer(this.#doc);
    const [sans, bold, , mono, own, ownBold] = fontFiles(language);
    const files = { sans, bold, mono, own, ownBold };
    for (const [name, file] of Object.entries(files))
      if (file !== undefined) this.#doc.registerFont(name, readFileSync(file));
  }

  /** Begins a page; returns its size. */
  page(orientation: Orientation): { readonly width: number; readonly height: number } {
    const size = orientation === 'portrait' ? [A4.short, A4.long] : [A4.long, A4.short];
    this.#doc.addPage({ size: size as [number, number], margin: 0 });
    return { width: this.#doc.page.width, height: this.#doc.page.height };
  }

  get pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  /** Goes back to a page, counted from 0. */
  turnTo(page: number): void {
    this.#doc.switchToPage(page);
  }

  /** How wide a line is, in points. */
  widthOf(text: string, { face, size }: Look): number {
    return this.#runs(text, face).reduce(
      (width, run) => width + this.#doc.font(run.name).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  /** A text as lines that fit a width; a line break in it stays one. */
  linesOf(text: string, look: Look, width: number): readonly string[] {
    return text.split('\n').flatMap((part) => wrappedWhere(part, (line) => this.widthOf(line, look) <= width));
  }

  /** Does work as one element of the document's structure (PDF 32000-1, section 14.8.4): `H1`, `P`, `TD`. */
  element(type: string, work: () => void, within?: PDFKit.PDFStructureElement): void {
    const element = this.#doc.struct(type, {}, work);
    if (within === undefined) this.#doc.addStructure(element);
    else within.add(element);
    element.end();
  }

  /** Opens an element whose children are added one by one; `close` it. */
  group(type: string, within?: PDFKit.PDFStructureElement): PDFKit.PDFStructureElement {
    const element = this.#doc.struct(type);
    if (within === undefined) this.#doc.addStructure(element);
    else within.add(element);
    return element;
  }

  /** Draws what is no part of the text: rules, bands, the numbers of pages. */
  decoration(work: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Pagination' });
    work();
    this.#doc.endMarkedContent();
  }

  /** Writes one line, its letters on `baseline`. */
  write(text: string, x: number, baseline: number, { face, size, colour }: Look): void {
    let at = x;
    for (const { name, text: part } of this.#runs(text, face)) {
      this.#doc.font(name).fontSize(size).fillColor(colour);
      this.#doc.text(part, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += this.#doc.widthOfString(part);
    }
  }

  rectangle({ x, y, width, height }: Box, colour: string): void {
    this.#doc.rect(x, y, width, height).fill(colour);
  }

  /** Makes a place lead to an address of the web. */
  linkTo(address: string, { x, y, width, height }: Box): void {
    this.#doc.link(x, y, width, height, address);
  }

  /** Names the top of the present page, and lists it beside the text as a bookmark. */
  bookmark(name: string, title: string): void {
    this.#doc.addNamedDestination(name, 'XYZ', 0, this.#doc.page.height, null);
    this.#doc.outline.addItem(title);
  }

  /** Makes a place lead to a page that is named. */
  leadTo(name: string, { x, y, width, height }: Box): void {
    this.#doc.goTo(x, y, width, height, name);
  }

  /** A PNG without transparency, as large as fits into a box, in its middle above; returns where it is. */
  picture(png: Buffer, alt: string, box: Box, within?: PDFKit.PDFStructureElement): Box {
    const size = pngFile(png);
    const scale = Math.min(box.width / size.width, box.height / size.height);
    const placed = {
      x: box.x + (box.width - size.width * scale) / 2,
      y: box.y,
      width: size.width * scale,
      height: size.height * scale,
    };
    this.#pictures += 1;
    const pixels = pngPixels(size);
    if (pixels === undefined) throw new TypeError('a picture that cannot be read');
    const reference = this.#doc.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: size.width,
      Height: size.height,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceRGB',
      Filter: 'FlateDecode',
    });
    reference.end(deflateSync(withoutOpacity(pixels.rgba), { level: LEVEL }));
    const image = { width: size.width, height: size.height, label: `I${String(this.#pictures)}`, obj: reference };
    const figure = this.#doc.struct('Figure', { alt }, () => {
      this.#doc.image(image as unknown as PDFKit.Mixins.ImageSrc, placed.x, placed.y, { width: placed.width });
    });
    if (within === undefined) this.#doc.addStructure(figure);
    else within.add(figure);
    figure.end();
    return placed;
  }

  /** Ends the document; comes to its bytes. */
  async bytes(): Promise<Buffer> {
    this.#doc.end();
    return this.#bytes;
  }

  /** A sign that no face has is written as its number, never as a box. */
  #runs(text: string, face: PdfFace): readonly Run[] {
    const runs: { name: string; text: string }[] = [];
    const add = (name: string, part: string): void => {
      const last = runs.at(-1);
      if (last?.name === name) last.text += part;
      else runs.push({ name, text: part });
    };
    const own = this.#language === 'en' ? undefined : OWN[face];
    for (const sign of text.replaceAll('\u00a0', ' ')) {
      if (this.#has(face, sign)) add(face, sign);
      else if (own !== undefined && this.#has(own, sign)) add(own, sign);
      else add(face, `[U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`);
    }
    return runs;
  }

  readonly #known = new Map<string, boolean>();
  #has(name: string, sign: string): boolean {
    const key = `${name} ${sign}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { _font: open } = this.#doc.font(name) as unknown as { readonly _font: OpenFont };
    const has = open.font.hasGlyphForCodePoint(sign.codePointAt(0) as number);
    this.#known.set(key, has);
    return has;
  }
}

/** Three bytes a pixel: red, green, blue. */
function withoutOpacity(rgba: Uint8Array): Buffer {
  const pixels = rgba.length / 4;
  const rgb = Buffer.allocUnsafe(pixels * 3);
  for (let i = 0; i < pixels; i += 1) {
    rgb[3 * i] = rgba[4 * i] as number;
    rgb[3 * i + 1] = rgba[4 * i + 1] as number;
    rgb[3 * i + 2] = rgba[4 * i + 2] as number;
  }
  return rgb;
}
