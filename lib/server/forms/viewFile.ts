import type { PinnedAnswer } from '../../api/pinned';
import { formatInstant } from '../../domain/instant';
import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { USUAL_LOOK, type PictureLook } from '../../domain/pictureLook';
import { svgFile } from '../../evidence/svgFile';
import { bytesOf, type Bytes } from '../../sealed/bytes';
import { isTooLongFor, mostDaysOf, TABLE_FORMS, type FileForm } from '../../permalink/forms';
import type { View } from '../../permalink/view';
import { everyMinuteOfForm } from '../../words/en/limits';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { deviationsAnswerOf } from '../deviations/deviationsAnswer';
import { publicOrigin } from '../http/origin';
import { answer, problem, type Outcome } from '../http/outcome';
import { bundleOf } from '../bundle/bundle';
import { signerOrNone } from '../keys/signer';
import { pinned, refusedUnlessSame } from '../pinned/pinned';
import { pictureContent } from '../pictures/picture';
import { viewAddress } from '../views/address';
import { viewAnswers, type ViewAnswers } from '../views/answers';
import { encoded } from './encoded';
import { fileTypeOf, type ViewFile } from './file';
import { viewFileName } from './fileName';
import { markdownOf } from './markdown';
import { viewTable } from './viewTable';

/** These say themselves whether their figures have the digest that the address names; the others are refused where they have another. */
const TELLING_FORMS: readonly FileForm[] = ['json', 'md'];

/**
 * A view in a form, of one moment of the database: every form of an address names the same figures. Its own address, where the form has a place for
 * it, begins with PLUMBLINE_ORIGIN. `look` is of a picture. A window too long for a form with every minute is refused.
 */
export async function viewFile(
  context: Context,
  view: View,
  form: FileForm,
  {
    look = USUAL_LOOK,
    ...options
  }: Pick<DeviationsOptions, 'signal' | 'onProgress'> & { readonly look?: PictureLook } = {},
): Promise<Outcome<ViewFile>> {
  if (isTooLongFor(view, form)) {
    const days = Math.ceil(minutesIn(view.question.range) / MINUTES_PER_DAY);
    return problem('bad-request', everyMinuteOfForm(days, mostDaysOf(form), form));
  }
  if (!TELLING_FORMS.includes(form)) {
    const same = await refusedUnlessSame(
      context,
      view,
      TABLE_FORMS.includes(form) && view.minute !== undefined ? 'minute' : 'window',
    );
    if (!same.ok) return same;
  }
  const isTable = TABLE_FORMS.includes(form);
  const origin = publicOrigin(process.env);
  const named = (answers: Pick<ViewAnswers, 'view' | 'lastModified'>, bytes: Bytes): ViewFile => ({
    bytes,
    type: fileTypeOf(form),
    fileName: viewFileName(answers.view, form, context.simulated),
    isShown: !isTable && form !== 'zip',
    simulated: context.simulated,
    address: viewAddress(answers.view, origin),
    lastModified: answers.lastModified,
  });
  if (form === 'zip') {
    const bundle = await bundleOf(context, view, { origin, signer: await signerOrNone(process.env) }, options);
    return bundle.ok ? answer(named(bundle.value, bundle.value.bytes)) : bundle;
  }
  const found = await viewAnswers(context, view, isTable ? { ...options, resolution: 1 } : options);
  if (!found.ok) return found;
  const pin = view.digest === undefined ? undefined : await pinned(context, view);
  if (pin?.ok === false) return pin;
  return answer(named(found.value, fileBytes(found.value, form, { origin, look, pin: pin?.value })));
}

function fileBytes(
  answers: ViewAnswers,
  form: Exclude<FileForm, 'zip'>,
  {
    origin,
    look,
    pin,
  }: { readonly origin: string | undefined; readonly look: PictureLook; readonly pin: PinnedAnswer | undefined },
): Bytes {
  if (form === 'svg') return bytesOf(svgFile(pictureContent(answers, origin, { look: { ...look, density: 1 } })));
  return encoded(form, {
    table: () => viewTable(answers),
    facts: () => factsOf(answers, origin),
    json: () => ({ ...statedOf(answers, origin), ...(pin === undefined ? {} : { pinned: pin }), ...shownOf(answers) }),
    markdown: () => markdownOf(answers, origin, pin),
  });
}

/** What a file says before its answer: where it came from, when the data became what it is, and what was said of it later. */
const statedOf = ({ view, lastModified, errata }: ViewAnswers, origin: string | undefined): object => ({
  address: viewAddress(view, origin),
  lastModified: lastModified === undefined ? null : formatInstant(lastModified),
  errata,
});

const shownOf = ({ window, minute }: ViewAnswers): object => minute ?? deviationsAnswerOf(window);

/** What a table rests on, for whoever finds it without its address. */
const factsOf = (answers: ViewAnswers, origin: string | undefined): Readonly<Record<string, string>> => ({
  'plumbline:permalink': viewAddress(answers.view, origin),
  'plumbline:digest': answers.minute?.digest ?? answers.window.facts.digest,
  'plumbline:method': String(METHOD_VERSION),
  'plumbline:currency': answers.window.facts.currency,
  'plumbline:simulated': String(answers.window.facts.simulated),
  ...(answers.lastModified === undefined ? {} : { 'plumbline:last-modified': formatInstant(answers.lastModified) }),
});
