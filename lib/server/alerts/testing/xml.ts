export interface Element {
  /** Names from the root to it, with spaces between. */
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos);)|</.test(text)) throw new Error(`not well formed: ${text}`);
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** The elements of a document without comments, CDATA or a DTD, in the order in which they begin. Throws where it is not well formed. */
export function elementsIn(xml: string): readonly Element[] {
  const found: { path: string; attributes: Record<string, string>; text: string }[] = [];
  const open: { name: string; at: number }[] = [];
  const rest = xml
    .replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
    .replace(/<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>([^<]*)/g, (_, closing, name, given, empty, after) => {
      if (closing === '/') {
        if (open.pop()?.name !== name) throw new Error(`not well formed: </${String(name)}>`);
      } else {
        const path = [...open.map((one) => one.name), String(name)].join(' ');
        const attributes = [...String(given).matchAll(/([a-z:]+)="([^"]*)"/g)].map(
          ([, key = '', value = '']) => [key, unescaped(value)] as const,
        );
        found.push({ path, attributes: Object.fromEntries(attributes), text: '' });
        if (empty !== '/') open.push({ name: String(name), at: found.length - 1 });
      }
      const inside = found[open.at(-1)?.at ?? -1];
      if (inside !== undefined) inside.text += unescaped(String(after));
      return '';
    });
  if (rest.trim() !== '' || open.length > 0) throw new Error(`not well formed: ${rest.slice(0, 80)}`);
  return found;
}
