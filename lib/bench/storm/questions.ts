import { createHash } from 'node:crypto';
import { links, over, spelledOut, window } from '../load/links';

/** One address that the crowd asks for. */
export interface Question {
  readonly path: string;
  readonly kind: 'data' | 'page';
}

/** A question, and what every right answer to it comes to (`gist`). */
export interface Known extends Question {
  readonly gist: string;
}

/** What of an answer must stay the same while other assets are ingested. Of data every byte; of a page its sentence and its window, for its menu names what is stored. */
export function gist({ kind }: Question, plain: Buffer): string {
  if (kind === 'data') return createHash('sha256').update(plain).digest('hex');
  const html = plain.toString();
  const [, sentence = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  const [, asked = ''] = /\.png\?([^"]*?from=[^&"]+&amp;to=[^&"]+)/.exec(html) ?? [];
  if (sentence === '' || asked === '') throw new Error('a page without its sentence or its picture');
  return `${sentence} ${asked}`;
}

/** The links that everybody has: the event's window in every form, and its minute. */
export async function linksOfTheHour(origin: string): Promise<readonly Question[]> {
  const event = window();
  const data = [links.columns(event), links.json(event), links.picture(event)];
  const pages = [await spelledOut(origin, links.asset(event)), await spelledOut(origin, links.minute(event))];
  return [
    ...data.map((path): Question => ({ path, kind: 'data' })),
    ...pages.map((path): Question => ({ path, kind: 'page' })),
  ];
}

/** Different views, of which each is another minute's: columns, and a page in every fifth. */
export function views(count: number, page: string): readonly Question[] {
  return Array.from({ length: count }, (_, i): Question => {
    const range = window(-60 - i);
    return i % 5 === 0 ? { path: over(page, range), kind: 'page' } : { path: links.columns(range), kind: 'data' };
  });
}

/** What costs a server most: a bundle, and a picture of another window, each time. */
export const costly = (turn: number): string => {
  const range = window(-2_000 - turn);
  return turn % 2 === 0
    ? links.picture(range)
    : links.picture(range).replace('.png?', '.zip?').replace('&density=1', '');
};
