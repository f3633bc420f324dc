import { expect, it } from 'vitest';
import { pathTo, placeAt } from './path';

class Place {
  parentElement: Place | null = null;
  readonly children: readonly Place[];

  constructor(...children: readonly Place[]) {
    this.children = children;
    for (const child of children) child.parentElement = this;
  }
}

const deep = new Place();
const second = new Place(new Place(), new Place(new Place(), deep));
const root = new Place(new Place(), second);

it('the way to an element is each level’s place among its like, and leads to the element in the same place of another tree', () => {
  expect(pathTo(root, deep)).toEqual([1, 1, 1]);
  expect(placeAt(root, [1, 1, 1])).toBe(deep);
});

it('the way to an element itself has no step', () => {
  expect(pathTo(root, root)).toEqual([]);
  expect(placeAt(root, [])).toBe(root);
});

it('there is no way to what is not inside, and nothing at the end of one that leads nowhere', () => {
  expect(pathTo(second, root)).toBeUndefined();
  expect(pathTo(new Place(), deep)).toBeUndefined();
  expect(placeAt(root, [0, 0])).toBeUndefined();
  expect(placeAt(root, [5, 1, 2])).toBeUndefined();
});
