import { Worker } from 'node:worker_threads';
import type { ContagionAnswer } from '../../api/contagion';
import type { OembedAnswer } from '../../api/oembed';
import type { PinnedAnswer } from '../../api/pinned';
import type { ScanAnswer } from '../../api/scan';
import type { PicturesNow } from '../../api/verification';
import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import type { Contagion } from '../../domain/contagion';
import type { Lows } from '../../domain/lows';
import type { MarksAsked } from '../../domain/marks/asked';
import type { Question } from '../../domain/question';
import type { Scan } from '../../domain/scan';
import type { Database } from '../../store/connection/database';
import { changesSince } from '../../store/changes/changes';
import { isOutOfDate } from '../../store/episodes/marks';
import type { FileForm, ViewForm } from '../../permalink/forms';
import type { ListView } from '../../permalink/lists';
import type { PictureLook } from '../../domain/pictureLook';
import type { View } from '../../permalink/view';
import { speech } from '../../words/spoken';
import { restsOn } from '../../store/connection/reading';
import type { Context } from '../context';
import type { AnswerColumns } from '../columns/deviationsColumns';
import type { DeviationsOptions } from '../deviations/deviations';
import type { ViewFile } from '../forms/file';
import type { Outcome } from '../http/outcome';
import type { AnswerJson } from '../long/deviationsJson';
import type { OembedAsked } from '../oembed/oembed';
import { KeptWork } from '../overview/keptWork';
import type { Sketch, SketchAsked } from '../overview/sketch';
import type { Finding } from '../pack/finding';
import type { Pack } from '../pack/pack';
import type { PackAsked } from '../pack/request';
import type { PictureFile } from '../pictures/picture';
import type { Refreshed } from '../scan/refresh';
import type { PrintedAddress } from '../verify/address';
import type { PicturesAsked } from '../verify/now';
import { counts } from '../watch/counts';
import type { TaskOptions } from './tasks';
import { AnalysisThread } from './thread';

// The one door to analyses and pictures for whoever serves readers: pages, pictures and the API. Short work is done at once,
// long work in the analysis thread.

declare global {
  var plumblineThread: AnalysisThread | undefined;
  var plumblineSketches: WeakMap<Database, KeptWork<Outcome<Sketch>>> | undefined;
}

const ITS_POOL = 'analysis';

/** One per process, kept across reloads in development. */
const thread = (): AnalysisThread => (globalThis.plumblineThread ??= begun());

function begun(): AnalysisThread {
  const { pools } = counts();
  const one = new AnalysisThread(begin, (pool) => {
    if (pool === undefined) pools.delete(ITS_POOL);
    else pools.set(ITS_POOL, () => pool);
  });
  counts().analysisTasks = () => one.tasks;
  return one;
}

/**
 * Room for what the thread has just made, MB; V8's own is half of it. An answer of a day is megabytes of columns, alive until it is written out: in too little room
 * it is copied twice on its way (decision 40).
 */
export const YOUNG_MB = 96;

function begin(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // A process that has nothing else to do may end.
  worker.unref();
  return worker;
}

/**
 * The longest window that is analysed on the thread that serves everybody, and sent inside a page: two days of fifteen venues
 * are some 40 ms of work. For a longer one the browser asks and shows how far it is.
 */
const SHORT_DAYS = 2;

export const isShort = ({ range }: Question): boolean => minutesIn(range) <= SHORT_DAYS * MINUTES_PER_DAY;

/** An analysis of any length, as columns. */
export const columnsBeside = (
  question: Question,
  { resolution = 'auto', ...options }: DeviationsOptions,
): Promise<Outcome<AnswerColumns>> => thread().do({ kind: 'columns', question, resolution }, options);

/** An analysis of any length, written out. */
export const deviationsBeside = (
  question: Question,
  { resolution = 'auto', ...options }: DeviationsOptions,
): Promise<Outcome<AnswerJson>> => thread().do({ kind: 'deviations', question, resolution }, options);

/** Who stood lowest, of every stored asset, written out. All of them are analysed, so it never is done at once. */
export const lowsBeside = (asked: Lows, options: TaskOptions): Promise<Outcome<AnswerJson>> =>
  thread().do({ kind: 'lows', asked }, options);

/** What a unit of collateral was marked at, written out: an asset and its underlying are analysed, and both before the window. */
export const marksBeside = (asked: MarksAsked, signal: AbortSignal): Promise<Outcome<AnswerJson>> =>
  thread().do({ kind: 'marks', asked }, { signal });

/** Which books of an asset fell first: every minute of every book is read, and the rates of whole days, which tell namesakes. */
export const contagionBeside = (asked: Contagion, options: TaskOptions = {}): Promise<Outcome<ContagionAnswer>> =>
  thread().do({ kind: 'contagion', asked }, options);

/** A view's picture. Drawing takes longer than a short analysis, so it never is done at once. */
export const pictureBeside = (view: View, look: PictureLook, signal: AbortSignal): Promise<Outcome<PictureFile>> =>
  thread().do({ kind: 'picture', view, look }, { signal });

/** A view in another form than its page and its picture; a table of a week is megabytes of text. */
export const fileBeside = (
  view: View,
  form: FileForm,
  look: PictureLook,
  signal: AbortSignal,
): Promise<Outcome<ViewFile>> => thread().do({ kind: 'file', view, form, look }, { signal });

/** A list in one of its forms: every asset may be gone through for it. */
export const listBeside = (
  asked: { readonly list: ListView; readonly form: ViewForm; readonly look: PictureLook },
  signal: AbortSignal,
): Promise<Outcome<ViewFile>> => thread().do({ kind: 'list', ...asked }, { signal });

/** How a view's page is embedded: its picture is laid out for its size. */
export const oembedBeside = (asked: OembedAsked, signal: AbortSignal): Promise<Outcome<OembedAnswer>> =>
  thread().do({ kind: 'oembed', asked }, { signal });

/** What a view finds, as its exhibit will say it. */
export const findingBeside = (view: View): Promise<Outcome<Finding>> => thread().do({ kind: 'finding', view });

/** Exhibits as one file: each is a bundle. */
export const packBeside = (asked: PackAsked, signal: AbortSignal): Promise<Outcome<Pack>> =>
  thread().do({ kind: 'pack', asked }, { signal });

/** What became of the figures whose digest an address names: earlier states are looked through for them. */
export const pinnedBeside = (view: View, signal: AbortSignal): Promise<Outcome<PinnedAnswer>> =>
  thread().do({ kind: 'pinned', view }, { signal });

/** What the view of an address gives now, written out. */
export const addressNowBeside = (asked: PrintedAddress, options: TaskOptions): Promise<Outcome<AnswerJson>> =>
  thread().do({ kind: 'addressNow', asked }, options);

/** The picture of an address drawn anew, for each of these keys. */
export const picturesNowBeside = (
  asked: PrintedAddress,
  as: PicturesAsked,
  signal: AbortSignal,
): Promise<Outcome<PicturesNow>> => thread().do({ kind: 'picturesNow', asked, as }, { signal });

/** What the books of an address were before, written out. */
export const earlierStatesBeside = (asked: PrintedAddress, options: TaskOptions): Promise<Outcome<AnswerJson>> =>
  thread().do({ kind: 'earlierStates', asked }, options);

/** The scorecards of a window, written out: the window and the days before it are analysed. */
export const scorecardsBeside = (question: Question, signal: AbortSignal): Promise<Outcome<AnswerJson>> =>
  thread().do({ kind: 'scorecards', question }, { signal });

/** A window as the front page shows it: drawn once, and again once a day that it rests on was written. */
export function sketchBeside({ database }: Context, asked: SketchAsked): Promise<Outcome<Sketch>> {
  const all = (globalThis.plumblineSketches ??= new WeakMap());
  const kept = all.get(database) ?? new KeptWork<Outcome<Sketch>>((xmin) => changesSince(database, xmin));
  all.set(database, kept);
  return kept.take(
    `${speech().language} ${JSON.stringify(asked)}`,
    () => thread().do({ kind: 'sketch', asked }),
    ({ ok }) => ok,
  );
}

/** The episodes of every asset, ranked; those that are out of date are looked for anew. */
export const scanBeside = (asked: Scan, options: TaskOptions = {}): Promise<Outcome<ScanAnswer>> =>
  thread().do({ kind: 'scan', asked }, options);

/** Brings the stored episodes up to date. Where they are, nothing but that is asked. */
export async function refreshBeside(database: Database): Promise<Refreshed> {
  if (!(await isOutOfDate(database))) return { days: 0, isUpToDate: true };
  const outcome = await thread().do({ kind: 'refresh' });
  if (!outcome.ok) restsOn({ isFleeting: true });
  return outcome.ok ? outcome.value : { days: 0, isUpToDate: false };
}
