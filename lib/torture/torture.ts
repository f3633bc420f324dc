import type { Asset } from '../domain/market';
import { defaultQuestion } from '../domain/question';
import { deviations } from '../server/deviations/deviations';
import { chance, streamOf } from '../simulator/chance';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator } from '../simulator/server';
import { openDatabase, type Database } from '../store/connection/database';
import { missingMigrations } from '../store/connection/migrate';
import { contentsOf, minutesAnswered, type Contents } from './contents';
import { DIGESTED, SPAN, type Done, type Errand, type Work } from './errand';
import { newVictim, translateVictim, type Ended, type Victim } from './victims';

export interface TortureOptions {
  readonly kills: number;
  /** No further kill so many ms after the undisturbed runs, but the first `LEAST_KILLS`; default: none is spared. */
  readonly limitMs?: number;
  readonly seed: number;
  /** The file to be imported, `fileText` in it. */
  readonly file: string;
  /** Makes a database for a work: empty, or with the tables and the stamp of its dataset. */
  readonly newDatabase: (
    work: Work,
    isEmpty: boolean,
  ) => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;
  /** Kills the server of the database, which somebody starts again; default: it is spared. */
  readonly killServer?: { readonly everyKills: number; readonly kill: () => Promise<void> };
  /** Told after each database that was finished and compared. */
  readonly onRound?: (tally: Tally) => void;
}

export interface Tally {
  /** Processes killed: as a request went out, and by each work before and after a statement was sent. */
  readonly atRequest: number;
  readonly atStatement: Readonly<Record<Work, number>>;
  /** Of those, amid the making of the tables. */
  readonly amidMigration: number;
  readonly serverKills: number;
  /** Databases filled to their end and compared. */
  readonly rounds: number;
}

export const killsIn = ({ atRequest, atStatement }: Tally): number =>
  atRequest + atStatement.ingest + atStatement.import;

/** What the databases are filled by, one after another, and whether their tables are to be made first. */
const ROUNDS: readonly (readonly [work: Work, isEmpty: boolean])[] = [
  ['ingest', false],
  ['import', false],
  ['ingest', true],
  ['ingest', false],
  ['import', true],
];
/** So much of an undisturbed run's requests one process comes to at most: a database takes several. */
const SHARE = 1 / 2;
/** Work that is one transaction gets no further by being killed; then one is left alone. */
const MOST_KILLS_A_DATABASE = 8;
const CANDLES = /kline|candle/i;
/**
 * So much of what a killed ingest had sent the next one need not do again, at least: a statement is drawn among those that may be left, so that few
 * processes come to their end before it. An import is one transaction.
 */
const STORED = 1 / 2;
/** However busy the machine is. */
export const LEAST_KILLS = 3;

/** What an undisturbed run leaves and takes. */
interface Undisturbed extends Done {
  readonly stored: Stored;
  /** Each stored minute's candle, as text. */
  readonly candles: ReadonlyMap<string, string>;
  /** For candles. */
  readonly requests: number;
}

interface Stored {
  readonly contents: Contents;
  readonly digest: string;
}

/** The digest of the event's hours, and everything that is stored. */
async function storedIn(database: Database, work: Work): Promise<Stored> {
  const context = { database, simulated: work === 'ingest' };
  const outcome = await deviations(context, defaultQuestion('ATOM' as Asset, DIGESTED));
  return { contents: await contentsOf(database), digest: outcome.ok ? outcome.value.digest : outcome.message };
}

/**
 * Kills processes that ingest and import, with SIGKILL, at seeded moments, until so many were killed; each database is then filled
 * to its end and compared with that of a run that nobody disturbed. Throws where anything differs, and where on the way a minute
 * had another candle than it should, or one that nobody answered.
 */
export async function torture(options: TortureOptions): Promise<Tally> {
  const takeAway = await translateVictim();
  let onRequest: () => void = () => undefined;
  const simulator = await startSimulator({
    scenario: crashScenario(),
    log: (line) => {
      if (CANDLES.test(line)) onRequest();
    },
  });
  // The next process loads while one works.
  let next = newVictim();
  const take = (): Victim => {
    const taken = next;
    next = newVictim();
    return taken;
  };
  try {
    return await new Torture(options, simulator.origin, take, (listener) => (onRequest = listener)).run();
  } finally {
    next.kill();
    await simulator.close();
    await takeAway();
  }
}

interface Place {
  /** The database's address. */
  readonly url: string;
  readonly database: Database;
}

interface Round {
  readonly work: Work;
  readonly url: string;
  /** So many statements its next process may send, at most. */
  left: number;
}

class Torture {
  readonly #undisturbed = new Map<Work, Undisturbed>();
  #until = Infinity;
  #draws = 0;
  #tally: Tally = { atRequest: 0, atStatement: { ingest: 0, import: 0 }, amidMigration: 0, serverKills: 0, rounds: 0 };

  constructor(
    readonly options: TortureOptions,
    readonly origin: string,
    readonly victim: () => Victim,
    readonly listen: (onRequest: () => void) => void,
  ) {}

  async run(): Promise<Tally> {
    for (const work of ['ingest', 'import'] as const)
      await this.#inDatabase(work, true, async (url, database) => {
        let requests = 0;
        this.listen(() => (requests += 1));
        const ended = await this.victim().run(this.#errand(work, url));
        if (ended.killed) throw new Error('an undisturbed run was killed');
        const stored = await storedIn(database, work);
        if (!stored.digest.startsWith('sha256:')) throw new Error(stored.digest);
        const { answered, unanswered } = await minutesAnswered(database, SPAN);
        expectNone('missing in an undisturbed run', [...ended.done.missing, ...unanswered]);
        this.#undisturbed.set(work, { ...ended.done, stored, candles: answered, requests });
      });
    this.#until = performance.now() + (this.options.limitMs ?? Infinity);
    while (!this.#isOver()) {
      const [work, isEmpty] = ROUNDS[this.#tally.rounds % ROUNDS.length] ?? ['ingest', false];
      await this.#inDatabase(work, isEmpty, (url, database) => this.#round(work, isEmpty, { url, database }));
      this.#tally = { ...this.#tally, rounds: this.#tally.rounds + 1 };
      this.options.onRound?.(this.#tally);
    }
    return this.#tally;
  }

  #isOver(): boolean {
    const kills = killsIn(this.#tally);
    return kills >= this.options.kills || (kills >= LEAST_KILLS && performance.now() > this.#until);
  }

  #errand(work: Work, url: string): Errand {
    return { work, url, origin: this.origin, file: this.options.file };
  }

  async #inDatabase(
    work: Work,
    isEmpty: boolean,
    act: (url: string, database: Database) => Promise<void>,
  ): Promise<void> {
    const { url, drop } = await this.options.newDatabase(work, isEmpty);
    const database = openDatabase(url, { connections: 2 });
    try {
      await act(url, database);
    } finally {
      await database.close();
      await drop();
    }
  }

  /** One database: processes are killed until one comes to its end, or enough were killed and one is left alone. */
  async #round(work: Work, isEmpty: boolean, { url, database }: Place): Promise<void> {
    const wanted = this.#undisturbed.get(work);
    if (wanted === undefined) throw new Error(`nobody did the ${work} undisturbed`);
    const round = { work, url, left: isEmpty ? wanted.statements : wanted.statements - wanted.making };
    for (let tries = 0; ; tries += 1) {
      const isLast = tries === MOST_KILLS_A_DATABASE || this.#isOver();
      const ended = isLast ? await this.#alone(work, url) : await this.#struck(round, wanted);
      if (!ended.killed) {
        expectNone('missing', ended.done.missing);
        break;
      }
      await this.#nothingWrong(database, wanted);
    }
    const stored = await storedIn(database, work);
    if (JSON.stringify(stored) !== JSON.stringify(wanted.stored))
      throw new Error(
        `the ${work} after ${String(killsIn(this.#tally))} kills left ${stored.digest}, undisturbed ${wanted.stored.digest}; their contents differ`,
      );
  }

  #alone(work: Work, url: string): Promise<Ended> {
    this.listen(() => undefined);
    return this.victim().run(this.#errand(work, url));
  }

  #chance(): number {
    this.#draws += 1;
    return chance(streamOf(this.options.seed, 'torture'), this.#draws);
  }

  /** A process that is killed at a drawn moment, unless it comes to its end before. */
  async #struck(round: Round, wanted: Undisturbed): Promise<Ended> {
    const { work, url } = round;
    const { killServer } = this.options;
    const kills = killsIn(this.#tally);
    const isServers =
      killServer !== undefined && work === 'ingest' && kills >= (this.#tally.serverKills + 1) * killServer.everyKills;
    const isAtRequest = isServers || (work === 'ingest' && this.#chance() < 1 / 3);
    const victim = this.victim();
    if (!isAtRequest) {
      const statement = 1 + Math.floor(this.#chance() * round.left);
      const when = this.#chance() < 1 / 2 ? 'before' : 'after';
      this.listen(() => undefined);
      const ended = await victim.run({ ...this.#errand(work, url), kill: { statement, when } });
      if (ended.killed) this.#count(work);
      if (work === 'ingest') round.left -= Math.floor(statement * STORED);
      return ended;
    }
    let left = 1 + Math.floor(this.#chance() * wanted.requests * SHARE);
    let server: Promise<void> | undefined;
    this.listen(() => {
      left -= 1;
      if (left !== 0) return;
      if (isServers) server = killServer.kill();
      else victim.kill();
    });
    const ended = await victim.run(this.#errand(work, url));
    await server;
    if (server !== undefined) this.#tally = { ...this.#tally, serverKills: this.#tally.serverKills + 1 };
    if (ended.killed) this.#tally = { ...this.#tally, atRequest: this.#tally.atRequest + 1 };
    return ended;
  }

  #count(work: Work): void {
    const { atStatement } = this.#tally;
    this.#tally = { ...this.#tally, atStatement: { ...atStatement, [work]: atStatement[work] + 1 } };
  }

  /** On the way nothing is stored that an undisturbed run does not store. */
  async #nothingWrong(database: Database, { candles }: Undisturbed): Promise<void> {
    if ((await missingMigrations(database)).length > 0) {
      this.#tally = { ...this.#tally, amidMigration: this.#tally.amidMigration + 1 };
      return;
    }
    const { answered, unanswered } = await minutesAnswered(database, SPAN);
    expectNone('recorded and never answered', unanswered);
    expectNone(
      'recorded otherwise',
      [...answered].flatMap(([minute, candle]) => (candles.get(minute) === candle ? [] : [minute])),
    );
  }
}

function expectNone(what: string, lines: readonly string[]): void {
  if (lines.length > 0) throw new Error(`${what}: ${lines.slice(0, 5).join('; ')}`);
}
