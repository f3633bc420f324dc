const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Numbers that English may spell; 1 is often no number in it, "second" and "half" may be said without one. */
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const LOOSE: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  once: '1',
  first: '1',
  second: '2',
  half: '2',
  twice: '2',
};

/** Digits with the sign before them; of what stands behind a point or a comma, each run on its own. */
const FIGURE = /(?:[−+]|± )?[\d₀-₉]+|%/g;

const SHORT = MONTHS.map((month) => month.slice(0, 3));
/** "10 October 2025", "Oct 2025". */
const withDates = (english: string): string =>
  english
    .replace(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), (month) => String(MONTHS.indexOf(month) + 1))
    .replace(new RegExp(`\\b(${SHORT.join('|')})(?= \\d{4}\\b)`, 'g'), (month) => String(SHORT.indexOf(month) + 1));

const words = (english: string): readonly string[] => english.toLowerCase().match(/[a-z]+/g) ?? [];

/** What of an English text is not the same in its translation, by figures: a figure not said, one added; undefined: nothing. */
export function figureFault(english: string, other: string): string | undefined {
  const needed = [
    ...(withDates(english).match(FIGURE) ?? []),
    ...words(english).flatMap((word) => (NUMBERS.includes(word) ? [String(NUMBERS.indexOf(word) + 2)] : [])),
  ];
  const allowed = [
    ...words(english).flatMap((word) => LOOSE[word] ?? []),
    ...(english.match(/\ba minute\b/gi) ?? []).map(() => '1'),
  ];
  const added: string[] = [];
  for (const figure of other.match(FIGURE) ?? []) {
    const list = needed.includes(figure) ? needed : allowed.includes(figure) ? allowed : undefined;
    if (list === undefined) added.push(figure);
    else list.splice(list.indexOf(figure), 1);
  }
  const faults = [
    ...(needed.length === 0 ? [] : [`not said: ${needed.join(' ')}`]),
    ...(added.length === 0 ? [] : [`added: ${added.join(' ')}`]),
  ];
  return faults.length === 0 ? undefined : faults.join('; ');
}
