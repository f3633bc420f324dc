/** The way from an element to one inside it: of each level the how-manieth child. */
export type Path = readonly number[];

/** What of an element the way is found by. */
interface Place {
  readonly parentElement: Place | null;
  readonly children: ArrayLike<Place>;
}

/** undefined: it is not inside. */
export function pathTo<Element extends Place>(root: Element, inside: Element): Path | undefined {
  const path: number[] = [];
  for (let at: Place = inside; at !== root;) {
    const parent = at.parentElement;
    if (parent === null) return undefined;
    path.unshift(Array.prototype.indexOf.call(parent.children, at));
    at = parent;
  }
  return path;
}

/** undefined: there is none at the end of this way. */
export const placeAt = (root: Place, path: Path): Place | undefined =>
  path.reduce<Place | undefined>((at, child) => at?.children[child], root);
