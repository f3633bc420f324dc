import { sign } from 'node:crypto';
import { METHOD_VERSION } from '../../domain/method';
import { CANDLE_FILE_HEADER, candleFileLine } from '../../domain/candleFile';
import { sha256 } from '../../evidence/sha256';
import { publicKeyPem, type Signer } from '../../evidence/seal';
import type { View } from '../../permalink/view';
import { bundleReadme } from '../../words/en/bundle';
import { bookRows } from '../candles/candleRows';
import type { Context } from '../context';
import { deviationsAnswerOf } from '../deviations/deviationsAnswer';
import { questionRests } from '../deviations/questionRests';
import { csvText } from '../forms/csv';
import { markdownOf } from '../forms/markdown';
import { viewTable } from '../forms/viewTable';
import { answer, type Outcome } from '../http/outcome';
import type { LongOptions } from '../long/analyse';
import { atOneMoment, type Moment } from '../moment';
import { pictureContent, pictureOf } from '../pictures/picture';
import { readDigestText } from '../../sealed/digestText';
import { viewAddress } from '../views/address';
import { viewAnswersAt, type ViewAnswers } from '../views/answers';
import { CHECK_SCRIPT } from './checkScript';
import { zipOf, type Files } from './zip';

/** Who makes a bundle, and where it is read. */
export interface BundledBy {
  /** Of the app's public address; undefined: it has none. */
  readonly origin: string | undefined;
  /** undefined: nobody can sign. */
  readonly signer: Signer | undefined;
}

/** `view`: with its venues spelled out. */
export interface Bundle extends Pick<ViewAnswers, 'view' | 'lastModified'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A view with all that it rests on, as a zip: its picture, its figures, every candle that its digest names, of one moment of the database, and
 * how to check them without this program. The same bytes for the same data and key.
 */
export const bundleOf = (
  context: Context,
  view: View,
  by: BundledBy,
  options: Pick<LongOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<Bundle>> =>
  atOneMoment(
    context,
    view.question.asOf,
    async (moment) => {
      const found = await viewAnswersAt(moment, view, { ...options, resolution: 1 });
      if (!found.ok) return found;
      const { view: shown, lastModified } = found.value;
      return answer({ bytes: await zipOf(await filesOf(moment, found.value, by)), view: shown, lastModified });
    },
    questionRests(view.question),
  );

async function filesOf(moment: Moment, answers: ViewAnswers, by: BundledBy): Promise<Files> {
  const { origin, signer } = by;
  const { view, window, minute, digestText = '' } = answers;
  const { digest, simulated } = window.facts;
  const { title, sentence = '' } = pictureContent(answers, origin);
  const address = viewAddress(view, origin);
  const files = new Map<string, Buffer>();
  const add = (name: string, content: string | Uint8Array): void => {
    files.set(name, Buffer.from(content as string));
  };
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
    }),
  );
  add('picture.png', pictureOf(answers, origin, signer).png);
  add('view.md', markdownOf(answers, origin));
  add('rows.csv', csvText(viewTable(answers)));
  add('answer.json', `${JSON.stringify(minute ?? deviationsAnswerOf(window))}\n`);
  add('candles.csv', await candlesOfDigest(moment, digestText));
  add('digest.txt', digestText);
  add('facts.json', `${JSON.stringify({ address, digest, method: METHOD_VERSION, simulated }, undefined, 2)}\n`);
  add('check.mjs', CHECK_SCRIPT);
  const manifest = [...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join('');
  add('manifest-sha256.txt', manifest);
  if (signer !== undefined) {
    add('manifest-sha256.txt.sig', sign(null, Buffer.from(manifest), signer.privateKey));
    add('key.pem', publicKeyPem(signer.publicKey));
  }
  return files;
}

/** Every answered minute of the books and days that a digest's text names, once, as `plumbline candles` writes them. */
async function candlesOfDigest({ snapshot, asOf }: Moment, text: string): Promise<string> {
  const pieces = [`${CANDLE_FILE_HEADER}\n`];
  const written = new Set<string>();
  for (const { wanted, range } of readDigestText(text).books.values()) {
    if (range === undefined) continue;
    for await (const rows of bookRows(snapshot, wanted, { range, asOf }))
      for (const row of rows) {
        const line = candleFileLine(row);
        // A book of the asset may lend a rate a leg as well.
        if (!written.has(line)) pieces.push(`${line}\n`);
        written.add(line);
      }
  }
  return pieces.join('');
}
