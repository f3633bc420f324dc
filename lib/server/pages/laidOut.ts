import { sha256Bytes } from '../../evidence/sha256';
import { currentRequest } from '../log/requestId';

/** The text of a drawing. */
interface Laid {
  readonly svg: string;
}

declare global {
  var plumblineDrawn: Map<string, WeakRef<Laid>> | undefined;
}

/** From so many on, keys whose texts are gone are taken out. */
const MANY = 256;

const held = new WeakMap<object, Laid[]>();

/**
 * Puts a drawing's text where the HTML of the page, which is written right after, finds it in `plumblineDrawn`, by the key that is returned. The
 * request that is being answered holds the text, and requests for the same drawing hold the same one, so that it takes memory as long as any of
 * them is alive. Outside of requests, as where a test draws, nobody lets go of it.
 */
export function laidOut(svg: string): string {
  const texts = (globalThis.plumblineDrawn ??= new Map<string, WeakRef<Laid>>());
  const key = sha256Bytes(svg).toString('base64url').slice(0, 16);
  const text = texts.get(key)?.deref() ?? { svg };
  const holder = currentRequest() ?? globalThis;
  held.set(holder, [...(held.get(holder) ?? []), text]);
  texts.set(key, new WeakRef(text));
  if (texts.size > MANY) takeOutThoseGone(texts);
  return key;
}

function takeOutThoseGone(texts: Map<string, WeakRef<Laid>>): void {
  for (const [key, text] of texts) if (text.deref() === undefined) texts.delete(key);
}
