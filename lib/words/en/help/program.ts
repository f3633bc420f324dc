export const PROGRAM_SUMMARY =
  "How far, and for how long, each exchange's price strayed from the market, minute by minute.";

/** Of an option that a command cannot do without. */
export const requiredOption = (description: string): string => `${description} (required)`;

/** After a command line that cannot be understood, on its one line. */
export const optionsListed = (fault: string): string =>
  `${fault}; --help lists the ${fault.startsWith('unknown command') ? 'commands' : 'options'}`;
