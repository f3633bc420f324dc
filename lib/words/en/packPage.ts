/** The page on which views are put together as exhibits. */
export const packPage = {
  title: 'Exhibits for an arbitration',
  lead: 'Several views as one file: a bundle for each in a numbered folder, a list, a PDF with two pages each, and a certification for a person to complete. Everything in it can be checked without this site. The list is in the address of this page; nothing is stored.',
  list: 'Exhibits',
  none: 'No exhibits yet. Add the address of an asset or of a minute.',
  add: 'Addresses to add',
  addHint: 'One on each line: the address of an asset with its window, of a minute, or a short link.',
  addButton: 'Add',
  download: 'Download the exhibits',
  language: 'Language of the texts',
  zone: 'Show times in',
  missing: 'No exhibit',
} as const;

/** For those who hear the page: what a link does to one exhibit of the list. */
export const exhibitLinks = {
  earlier: (number: number): string => `Move exhibit ${String(number)} up`,
  later: (number: number): string => `Move exhibit ${String(number)} down`,
  remove: (number: number): string => `Remove exhibit ${String(number)}`,
} as const;

/** Why there is no pack of an address, with the mend. */
export const packProblems = {
  tooLong: (days: number, mostDays: number): string =>
    `the window has ${String(days)} days; an exhibit has at most ${String(mostDays)}`,
  tooMany: (count: number, most: number): string =>
    `${String(count)} exhibits are more than one pack takes; give at most ${String(most)}`,
  none: 'no exhibits; add view=… with the address of an asset or a minute',
} as const;
