import type { Lows } from '../../domain/lows';
import type { Question } from '../../domain/question';
import type { View } from '../../permalink/view';
import type { Context } from '../context';
import type { Resolution } from '../deviations/deviations';
import type { Outcome } from '../http/outcome';
import type { LongOptions } from '../long/analyse';
import { deviationsJson, type AnswerJson } from '../long/deviationsJson';
import { lowsJson } from '../lows/lowsJson';
import { exportPicture } from '../pictures/export';
import type { PictureFile } from '../pictures/picture';

/** Work that is done beside the thread that serves everybody. */
export type Task =
  | { readonly kind: 'deviations'; readonly question: Question; readonly resolution: Resolution }
  | { readonly kind: 'lows'; readonly asked: Lows }
  | { readonly kind: 'picture'; readonly view: View };

/** What each comes to: an answer written out, so that the thread that serves everybody has nothing left to do with it. */
export interface Results {
  readonly deviations: AnswerJson;
  readonly lows: AnswerJson;
  readonly picture: PictureFile;
}

export type ResultOf<T extends Task> = Results[T['kind']];

export type TaskOptions = Pick<LongOptions, 'signal' | 'onProgress'>;

/** Does a task, in whatever thread it is called. */
export function run(context: Context, task: Task, options: TaskOptions): Promise<Outcome<Results[Task['kind']]>> {
  switch (task.kind) {
    case 'deviations':
      return deviationsJson(context, task.question, { ...options, resolution: task.resolution });
    case 'lows':
      return lowsJson(context, task.asked, options);
    case 'picture':
      return exportPicture(context, task.view, options);
  }
}
