/** What the files of the worked example say in their first line and in every row, in whatever language a page is (docs/worked-example.md). */
// eslint-disable-next-line words/outside -- looked for in files, in whatever language the page is
export const RECONSTRUCTED = 'RECONSTRUCTED EXAMPLE';

/** At the beginning of their names, and of the names of what is made of them. */
const PREFIX = 'reconstructed-example-';

/** Whether a file is one of the example, or was made of it, by its name. */
export const isExampleName = (name: string): boolean => name.startsWith(PREFIX);

/** The name of a file that is made of an audit or a log; of the example's it begins with what it is. */
export const madeName = (name: string, isReconstructed: boolean): string => (isReconstructed ? PREFIX : '') + name;
