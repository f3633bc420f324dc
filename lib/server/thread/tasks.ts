import type { Contagion } from '../../domain/contagion';
import type { Lows } from '../../domain/lows';
import type { MarksAsked } from '../../domain/marks/asked';
import type { Question } from '../../domain/question';
import type { Scan } from '../../domain/scan';
import type { FileForm, ViewForm } from '../../permalink/forms';
import type { ListView } from '../../permalink/lists';
import type { PictureLook } from '../../domain/pictureLook';
import type { View } from '../../permalink/view';
import type { ContagionAnswer } from '../../api/contagion';
import type { OembedAnswer } from '../../api/oembed';
import type { PinnedAnswer } from '../../api/pinned';
import type { ScanAnswer } from '../../api/scan';
import type { PicturesNow } from '../../api/verification';
import { deviationsColumns, type AnswerColumns } from '../columns/deviationsColumns';
import { contagion } from '../contagion/contagion';
import type { Context } from '../context';
import type { Resolution } from '../deviations/deviations';
import type { ViewFile } from '../forms/file';
import { listFile } from '../forms/lists/listFile';
import { viewFile } from '../forms/viewFile';
import { BUSY } from '../../words/en/serverProblems';
import { answer, problem, type Outcome } from '../http/outcome';
import type { LongOptions } from '../long/analyse';
import { answerJsonOf, deviationsJson, type AnswerJson } from '../long/deviationsJson';
import { lowsJson } from '../lows/lowsJson';
import { marks } from '../marks/marks';
import { findingOf, type Finding } from '../pack/finding';
import type { Pack } from '../pack/pack';
import { packFor } from '../pack/packFor';
import type { PackAsked } from '../pack/request';
import { exportPicture } from '../pictures/export';
import type { PictureFile } from '../pictures/picture';
import { pinned } from '../pinned/pinned';
import { oembed, type OembedAsked } from '../oembed/oembed';
import { sketch, type Sketch, type SketchAsked } from '../overview/sketch';
import { refreshEpisodes, type Refreshed } from '../scan/refresh';
import { scan } from '../scan/scan';
import { scorecards } from '../scorecards/scorecards';
import type { PicturesAsked } from '../verify/now';
import type { PrintedAddress } from '../verify/address';
import { drawnNow, givenNow, statesBefore } from '../verify/printed';
import { Turns } from './turns';

/** Work that is done beside the thread that serves everybody. */
export type Task =
  | { readonly kind: 'deviations'; readonly question: Question; readonly resolution: Resolution }
  | { readonly kind: 'columns'; readonly question: Question; readonly resolution: Resolution }
  | { readonly kind: 'lows'; readonly asked: Lows }
  | { readonly kind: 'marks'; readonly asked: MarksAsked }
  | { readonly kind: 'contagion'; readonly asked: Contagion }
  | { readonly kind: 'picture'; readonly view: View; readonly look: PictureLook }
  | { readonly kind: 'file'; readonly view: View; readonly form: FileForm; readonly look: PictureLook }
  | { readonly kind: 'list'; readonly list: ListView; readonly form: ViewForm; readonly look: PictureLook }
  | { readonly kind: 'oembed'; readonly asked: OembedAsked }
  | { readonly kind: 'finding'; readonly view: View }
  | { readonly kind: 'pack'; readonly asked: PackAsked }
  | { readonly kind: 'pinned'; readonly view: View }
  | { readonly kind: 'addressNow' | 'earlierStates'; readonly asked: PrintedAddress }
  | { readonly kind: 'picturesNow'; readonly asked: PrintedAddress; readonly as: PicturesAsked }
  | { readonly kind: 'scorecards'; readonly question: Question }
  | { readonly kind: 'sketch'; readonly asked: SketchAsked }
  | { readonly kind: 'scan'; readonly asked: Scan }
  | { readonly kind: 'refresh' };

/** What each comes to: an answer written out, so that the thread that serves everybody has nothing left to do with it. */
export interface Results {
  readonly deviations: AnswerJson;
  readonly columns: AnswerColumns;
  readonly lows: AnswerJson;
  readonly marks: AnswerJson;
  /** Not written out: a page is made of it as well. */
  readonly contagion: ContagionAnswer;
  readonly picture: PictureFile;
  readonly file: ViewFile;
  readonly list: ViewFile;
  readonly oembed: OembedAnswer;
  readonly finding: Finding;
  readonly pack: Pack;
  readonly pinned: PinnedAnswer;
  readonly addressNow: AnswerJson;
  readonly picturesNow: PicturesNow;
  readonly earlierStates: AnswerJson;
  readonly scorecards: AnswerJson;
  /** Numbers and text: a page is made of it. */
  readonly sketch: Sketch;
  /** Not written out: a page is made of it as well. */
  readonly scan: ScanAnswer;
  readonly refresh: Refreshed;
}

export type ResultOf<T extends Task> = Results[T['kind']];

export type TaskOptions = Pick<LongOptions, 'signal' | 'onProgress'>;

/** Made at once: one that waits for the database leaves the processor to the other. */
const MOST_BUNDLES = 2;
/** Each is some seconds of work; whoever waited behind more would have left. */
const MOST_WAITING = 16;
/** A bundle holds every candle of its view as text, its picture, its replies and the whole again, packed. */
const bundles = new Turns({ most: MOST_BUNDLES, mostWaiting: MOST_WAITING });

const isBundle = (task: Task): boolean =>
  task.kind === 'pack' || ((task.kind === 'file' || task.kind === 'list') && task.form === 'zip');

/** Does a task, in whatever thread it is called; a bundle when its turn comes, or not at all where too many wait. */
export async function run(context: Context, task: Task, options: TaskOptions): Promise<Outcome<Results[Task['kind']]>> {
  if (!isBundle(task)) return done(context, task, options);
  const signal = options.signal ?? NEVER;
  return (await bundles.take(signal, () => done(context, task, options))) ?? problem('unavailable', BUSY);
}

const NEVER = new AbortController().signal;

async function done(context: Context, task: Task, options: TaskOptions): Promise<Outcome<Results[Task['kind']]>> {
  switch (task.kind) {
    case 'deviations':
      return deviationsJson(context, task.question, { ...options, resolution: task.resolution });
    case 'columns':
      return deviationsColumns(context, task.question, { ...options, resolution: task.resolution });
    case 'lows':
      return lowsJson(context, task.asked, options);
    case 'marks':
      return writtenOut(await marks(context, task.asked));
    case 'contagion':
      return contagion(context, task.asked);
    case 'picture':
      return exportPicture(context, task.view, { ...options, look: task.look });
    case 'file':
      return viewFile(context, task.view, task.form, { ...options, look: task.look });
    case 'list':
      return listFile(context, task.list, task.form, { ...options, look: task.look });
    case 'oembed':
      return oembed(context, task.asked, options);
    case 'finding':
      return findingOf(context, task.view, options);
    case 'pack':
      return packFor(context, task.asked, options);
    case 'pinned':
      return pinned(context, task.view);
    case 'addressNow':
      return writtenOut(await givenNow(context, task.asked, options));
    case 'picturesNow':
      return drawnNow(context, task.asked, task.as, options);
    case 'earlierStates':
      return writtenOut(await statesBefore(context, task.asked, options));
    case 'scorecards':
      return writtenOut(await scorecards(context, task.question));
    case 'sketch':
      return sketch(context, task.asked, options);
    case 'scan':
      return scan(context, task.asked, options);
    case 'refresh':
      return answer(await refreshEpisodes(context.database, options));
  }
}

const writtenOut = <T extends Parameters<typeof answerJsonOf>[0]>(found: Outcome<T>): Outcome<AnswerJson> =>
  found.ok ? answer(answerJsonOf(found.value)) : found;
