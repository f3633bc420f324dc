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

/** A command among words. `simulated`: its reader looks at a rehearsal. */
export const codeOf = (command: string, simulated: boolean): string =>
  `\`plumbline ${command}${simulated ? ' --rehearsal' : ''}\``;
