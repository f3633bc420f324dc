import { codeOf, inRehearsal } from '../typed';

const LATER = 'run the same ingest again later';
/** A rehearsal takes no files. */
const byFile = (): string => `import trades or a candle file with ${codeOf('import')}`;

/** What brings in what an archive lacks, wherever a rehearsal was told to ask one. */
const WITHOUT_SOURCES = 'leave out `--sources`: the candle API is asked then';

/** What to do about candles that are missing. */
export const mend = {
  later: LATER,
  get import() {
    return inRehearsal() ? 'a rehearsal takes no files, and nothing else brings them in' : byFile();
  },
  /** Of an asset that no venue lists. */
  get ticker() {
    return `check the ticker${inRehearsal() ? '' : `, or ${byFile()}`}`;
  },
  get laterOrImport() {
    return inRehearsal() ? LATER : `${LATER}, or ${byFile()}`;
  },
  /** Of a file, or of minutes in it, that an archive does not have; a rehearsal's archives are the same at every run. */
  get archived() {
    return inRehearsal() ? `a rehearsal’s archives get no more files; ${WITHOUT_SOURCES}` : `${LATER}, or ${byFile()}`;
  },
  /** Of a market that no archive of candles is known of; `hasTrades`: its trades are in one. */
  unarchived: (hasTrades: boolean): string => {
    if (inRehearsal()) return WITHOUT_SOURCES;
    return hasTrades
      ? 'run the ingest with `--sources trades`: its archive of trades is supported'
      : `${WITHOUT_SOURCES}; or ${byFile()}`;
  },
  get older() {
    return inRehearsal()
      ? 'older minutes come only from trades or a file, which a rehearsal does not take'
      : `older minutes come only from trades or a file: import them with ${codeOf('import')}`;
  },
  sooner: 'they can only be fetched soon after the event',
  published:
    'run the same ingest again later; if nothing changes, compare with another source: the venue published it this way',
  listed: 'check the window; before its listing a market has no trades',
  get repair() {
    return `run ${codeOf('ingest --repair')} to request it again${inRehearsal() ? '' : `, or ${byFile()}`}`;
  },
  venue: 'run the same ingest again later; the other venues continue',
  otherNetwork: 'run the same ingest again later, from a network the venue serves; the other venues continue',
};
