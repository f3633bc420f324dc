import type { MinuteAnswer } from '../../api/minute';
import { METHOD_VERSION } from '../../domain/method';
import { parseMinute, wholeDays } from '../../domain/minute';
import { promised } from '../../domain/unit';
import type { Signer } from '../../evidence/seal';
import { columnsOf, type Wanted } from '../../store/days/candles';
import type { View } from '../../permalink/view';
import { bundleReadme } from '../../words/en/bundle';
import { methodText } from '../../words/en/method/asText';
import type { Context } from '../context';
import { digestTextAt } from '../deviations/digest';
import { questionMarkets, ratesAt } from '../deviations/analysisInput';
import { questionRests } from '../deviations/questionRests';
import { markdownOf } from '../forms/markdown';
import { answer, type Outcome } from '../http/outcome';
import type { LongOptions } from '../long/analyse';
import { atOneMoment, type Moment } from '../moment';
import { pictureContent, pictureOf } from '../pictures/picture';
import { readDigestText, type BookLine } from '../../sealed/digestText';
import { viewAddress } from '../views/address';
import { viewAnswersAt, type ViewAnswers } from '../views/answers';
import { minuteAt } from '../minutes/minute';
import { askThemText } from './askThem';
import { CandleTexts } from './candles';
import { figureFiles, type Figures } from './figures';
import { withManifest } from './manifest';
import { repliesOf } from './provenance';
import { bundledPairs } from './rates';
import { revisionsCsv } from './revisions';
import { CHECK_SCRIPT } from './script/text';
import { zipOf, type Files } from './zip';

/** As programs are named in files for programs. */
const SOFTWARE = 'plumbline';

/** Who makes a bundle, and where it is read. */
export interface BundledBy {
  /** Of the app's public address; undefined: it has none. */
  readonly origin: string | undefined;
  /** undefined: nobody can sign. */
  readonly signer: Signer | undefined;
  /** The names of the time authorities that will be asked to stamp it. */
  readonly stampers?: readonly string[] | undefined;
}

/** `view`: with its venues spelled out. */
export interface Bundle extends Pick<ViewAnswers, 'view' | 'lastModified'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of a bundle, and what they show. */
export interface BundleFiles {
  readonly answers: ViewAnswers;
  readonly files: Files;
}

/**
 * A view with all that it rests on: its picture, its figures, every candle that its digest names, of one moment of the database, and
 * how to check them without this program. The same bytes for the same data and key.
 */
export const bundleFiles = (
  context: Context,
  view: View,
  by: BundledBy,
  options: Pick<LongOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<BundleFiles>> =>
  atOneMoment(
    context,
    view.question.asOf,
    async (moment) => {
      const found = await viewAnswersAt(moment, view, { ...options, resolution: 1 });
      return found.ok ? answer({ answers: found.value, files: await filesOf(moment, found.value, by) }) : found;
    },
    questionRests(view.question),
  );

/** The same as a zip. */
export async function bundleOf(...asked: Parameters<typeof bundleFiles>): Promise<Outcome<Bundle>> {
  const made = await bundleFiles(...asked);
  if (!made.ok) return made;
  const { answers, files } = made.value;
  return answer({ bytes: await zipOf(files), view: answers.view, lastModified: answers.lastModified });
}

async function filesOf(moment: Moment, answers: ViewAnswers, by: BundledBy): Promise<Files> {
  const { origin, signer } = by;
  const { view, window, minute, digestText = '' } = answers;
  const { digest, simulated } = window.facts;
  const { title, sentence = '' } = pictureContent(answers, origin);
  const address = viewAddress(view, origin);
  const files = new Map<string, Buffer>();
  const add = (name: string, content: string | Uint8Array): void => {
    files.set(name, Buffer.isBuffer(content) ? content : Buffer.from(content as string));
  };
  const { books } = readDigestText(digestText);
  const { range } = view.question;
  const replies = await repliesOf(moment, [...books.values()], range, SOFTWARE);
  const asked = minute ?? (await deepestMinute(moment, answers));
  add(
    'README.txt',
    bundleReadme({
      title,
      sentence,
      address,
      digest,
      minuteDigest: minute?.digest,
      method: METHOD_VERSION,
      simulated,
      isSigned: signer !== undefined,
      origin,
      replies: { kept: replies.kept, bundled: replies.bundled },
      isAsked: asked !== undefined,
      stampers: by.stampers ?? [],
    }),
  );
  add('picture.png', pictureOf(answers, origin, signer).png);
  add('view.md', markdownOf(answers, origin));
  for (const [name, text] of figureFiles(await figuresOf(moment, answers, origin))) add(name, text);
  add('revisions.csv', await revisionsCsv(moment.snapshot, wantedOf(books), { range, asOf: moment.asOf }));
  add('provenance.csv', replies.csv);
  if (replies.bundled > 0) add('replies.warc', replies.warc);
  if (asked !== undefined) add('ask-the-exchange.txt', askThemText(asked));
  add('method.txt', methodText());
  add('check.mjs', CHECK_SCRIPT);
  return withManifest(files, signer);
}

const wantedOf = (books: ReadonlyMap<string, BookLine>): readonly Wanted[] =>
  [...books.values()].map(({ wanted }) => wanted);

/** Of a window without a marked minute the one of its deepest episode; undefined: it has none. */
async function deepestMinute(moment: Moment, { view, window }: ViewAnswers): Promise<MinuteAnswer | undefined> {
  const [deepest] = window.facts.episodes;
  if (deepest === undefined) return undefined;
  const found = await minuteAt(moment, view.question, promised(parseMinute(deepest.peakMinute)));
  return found.ok ? found.value : undefined;
}

async function figuresOf(moment: Moment, answers: ViewAnswers, origin: string | undefined): Promise<Figures> {
  const { view, minute, digestText = '' } = answers;
  const { question } = view;
  const candles = new CandleTexts();
  for (const { wanted, range } of readDigestText(digestText).books.values())
    if (range !== undefined)
      for (const columns of await columnsOf(moment.snapshot, [wanted], range, { asOf: moment.asOf }))
        candles.take(columns);
  const asked = questionMarkets(moment.markets, question);
  if (asked === undefined) throw new RangeError('a view of an asset without data has no bundle');
  const pairs = bundledPairs(question, [...asked.markets, ...(asked.underlyingMarkets ?? [])]);
  return {
    answers,
    minuteDigestText: minute === undefined ? undefined : digestTextAt(moment, minute.digest),
    candles,
    pairs,
    rates: await ratesAt(moment, asked, wholeDays(question.range), { legs: true }),
    origin,
  };
}
