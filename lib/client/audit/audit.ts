import { columnsAddress } from '../../api/client/address';
import { askColumns } from '../../api/client/columns';
import { Refused } from '../../api/client/refused';
import { bookDayOf, questionOf, type AskedDay, type StoredDay } from '../../claims/audit/market';
import { whoIsWho } from '../../claims/audit/pseudonyms';
import { withoutAmounts } from '../../claims/audit/withoutAmounts';
import { decimalIn, isPositive } from '../../domain/decimal';
import { bookKey } from '../../claims/fill';
import type { Said } from '../../claims/reading/layout';
import type { ContractSize } from '../../claims/reading/symbols';
import { zoneName } from '../../claims/reading/times';
import { ROLES, type Role } from '../../claims/reading/roles';
import { ZONE_CANDIDATES } from '../../claims/audit/zones';
import type { MinuteRange } from '../../domain/minute';
import { inPageLanguage } from '../../permalink/language';
import { deviationsParameters } from '../../permalink/parameters';
import { csvLine } from './csv';
import type { AuditReply, AuditStep, AuditWork, OpenedFile, StatedAudit } from './auditMessage';

export { ROLES, withoutAmounts, ZONE_CANDIDATES, zoneName };
export type { OpenedFile, Role, Said, StatedAudit };

/** How large one contract is, as its reader wrote it; undefined: no number above 0. */
export function contractSize(text: string, of: ContractSize['of']): ContractSize | undefined {
  const size = decimalIn(text.trim());
  return size === undefined || !isPositive(size) ? undefined : { size, of };
}

/** Who is who in an audit, for its owner alone. */
export const namesCsv = (names: StatedAudit['names']): string => whoIsWho(names).map(csvLine).join('');

/** More days of books than these are not asked for at once: a year of many assets is narrowed to a period first. */
export const MOST_DAYS = 120;

/** What an audit came to. */
export type Audited =
  /** Something is still to be said of the files, or none of them can be read. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'too-many-days'; readonly days: number }
  | ({ readonly kind: 'answer' } & StatedAudit);

export type AuditStage = 'reading' | 'fetching' | 'comparing';

interface Options {
  /** What is said of each file, in their order. */
  readonly said: readonly Said[];
  readonly period: MinuteRange | undefined;
  readonly onOpened: (files: readonly OpenedFile[]) => void;
  /** How much of a stage is done, 0 to 1. */
  readonly onStage: (stage: AuditStage, share: number) => void;
}

/** Days that came, kept while the page is open: a change of zone or column asks for none of them again. */
const kept = new Map<string, Promise<StoredDay>>();

/**
 * A day of a book, from this instance. What is asked is public: an asset, a market and a whole UTC day, whatever the file holds. Throws `Refused`.
 */
function storedDay(asked: AskedDay, signal: AbortSignal): Promise<StoredDay> {
  const key = `${bookKey(asked.book)} ${String(asked.day)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const coming = fetchedDay(asked, signal);
  kept.set(key, coming);
  coming.catch(() => kept.delete(key));
  return coming;
}

async function fetchedDay(asked: AskedDay, signal: AbortSignal): Promise<StoredDay> {
  const question = questionOf(asked);
  if (question === undefined) return 'not-stored';
  try {
    return bookDayOf(
      asked,
      await askColumns(inPageLanguage(columnsAddress(deviationsParameters(question))), { signal }),
    );
  } catch (failure) {
    if (failure instanceof Refused && failure.code === 'not-held') return 'not-stored';
    throw failure;
  }
}

/** A thread that reads files; it ends with its signal. */
class Reader {
  readonly #worker: Worker;

  constructor(readonly signal: AbortSignal) {
    this.#worker = new Worker(new URL('./auditWorker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => {
      this.#worker.terminate();
    });
  }

  /** One step at a time. Throws an `Error` where the browser cannot read a file, or the signal ended it. */
  do<Step extends AuditStep>(
    step: Step,
    given: AuditWork[Step]['given'],
    onShare?: (share: number) => void,
  ): Promise<AuditWork[Step]['comes']> {
    return new Promise((resolve, reject) => {
      this.signal.addEventListener('abort', () => {
        reject(new Error('other files were chosen'));
      });
      this.#worker.onerror = ({ message }) => {
        reject(new Error(message));
      };
      this.#worker.onmessage = ({ data }: MessageEvent<AuditReply>) => {
        if (data.kind === 'share') onShare?.(data.share);
        else if (data.kind === 'done') resolve(data.value as AuditWork[Step]['comes']);
        else reject(new Error(data.message));
      };
      this.#worker.postMessage({ step, given });
    });
  }
}

/** The audit of some files; the thread that read them lives until the signal ends it, for whoever wants every fill as CSV. */
export class Auditing {
  readonly #worker: Reader;

  constructor(readonly signal: AbortSignal) {
    this.#worker = new Reader(signal);
  }

  /** Reads the files, asks this instance for whole days of public minutes, and compares. Throws `Refused`, or an `Error` where a file cannot be read. */
  async run(files: readonly File[], { said, period, onOpened, onStage }: Options): Promise<Audited> {
    const opened = await this.#worker.do('open', { files, said });
    onOpened(opened);
    if (opened.some(({ layout, asked }) => layout === undefined || asked.length > 0)) return { kind: 'asking' };
    const days = await this.#worker.do('survey', { period }, (share) => {
      onStage('reading', share);
    });
    const wanted = [...new Map(days.map((day) => [`${bookKey(day.book)} ${String(day.day)}`, day])).values()];
    if (wanted.length > MOST_DAYS) return { kind: 'too-many-days', days: wanted.length };
    const fetched = async (list: readonly AskedDay[]): Promise<AuditWork['days']['given']> => {
      const out: { asked: AskedDay; stored: StoredDay }[] = [];
      for (const asked of list) {
        onStage('fetching', out.length / list.length);
        out.push({ asked, stored: await storedDay(asked, this.signal) });
      }
      return out;
    };
    const around = await this.#worker.do('days', await fetched(wanted));
    if (around.length > 0) await this.#worker.do('days', await fetched(around.slice(0, MOST_DAYS)));
    onStage('comparing', 0);
    const stated = await this.#worker.do('state', undefined, (share) => {
      onStage('comparing', share);
    });
    return { kind: 'answer', ...stated };
  }

  /** Every fill, a row each. */
  csv(): Promise<Blob> {
    return this.#worker.do('csv', undefined);
  }
}
