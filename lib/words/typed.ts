declare global {
  /** Set where a command, the app or a page learns whether its candles are simulated; unset: they are real. */
  var plumblineInRehearsal: (() => boolean) | undefined;
}

/** Whether who reads what is said now looks at a rehearsal. So it is not asked while a module is loaded. */
export const inRehearsal = (): boolean => globalThis.plumblineInRehearsal?.() ?? false;

/** From now on this process, or this page, is one of a rehearsal, or of real candles. */
export function setInRehearsal(is: boolean): void {
  globalThis.plumblineInRehearsal = () => is;
}

/** A command as it is typed in the folder of the checkout. */
export interface TypedCommand {
  readonly command: string;
  /** The same in a rehearsal; undefined: it can do nothing there, for a rehearsal takes no files. */
  readonly inRehearsal: string | undefined;
}

const PLUMBLINE = 'npm run -s plumbline --';

export const typedIngest = (rest: string): TypedCommand => ({
  command: `${PLUMBLINE} ingest ${rest}`,
  inRehearsal: `${PLUMBLINE} ingest ${rest} --rehearsal`,
});

export const typedImport = (rest: string): TypedCommand => ({
  command: `${PLUMBLINE} import ${rest}`,
  inRehearsal: undefined,
});

/** The command as it is typed here; undefined: it can do nothing here. */
export const typedHere = (typed: TypedCommand): string | undefined =>
  inRehearsal() ? typed.inRehearsal : typed.command;

/** The commands that work alike on every dataset, or on files alone: they take no `--rehearsal`. */
export const OF_EVERY_DATASET = ['alerts', 'import', 'keys', 'restore', 'stop'] as const;
export type OfEveryDataset = (typeof OF_EVERY_DATASET)[number];

export const isOfEveryDataset = (name: string): name is OfEveryDataset =>
  (OF_EVERY_DATASET as readonly string[]).includes(name);

/** A command among words, as it is typed where they are read; in a file as it is typed by whoever has the file, whose prices say `isRehearsal`. */
export function codeOf(command: string, isRehearsal = inRehearsal()): string {
  const [name = ''] = command.split(' ');
  return `\`plumbline ${command}${isRehearsal && !isOfEveryDataset(name) ? ' --rehearsal' : ''}\``;
}
