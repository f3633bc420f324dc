import { seriesKey } from '../../charts/chart';
import { formatInstant } from '../../domain/instant';
import { formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { missingAt } from '../../domain/missing';
import { USUAL_LOOK, type PictureLook } from '../../domain/pictureLook';
import { renderPicture, type Picture } from '../../evidence/picture';
import { keyId, type Signer } from '../../evidence/seal';
import { inPageLanguage } from '../../permalink/language';
import { shortAddress } from '../../permalink/short/short';
import { viewPath } from '../../permalink/view';
import type { DeepestFacts } from '../../api/deepest';
import { takingPart } from '../../api/takingPart';
import { erratumNote } from '../../words/errata';
import { marketLabel } from '../../words/market';
import {
  picturePeers,
  pictureRates,
  pictureAsOf,
  pictureReference,
  pictureSentence,
  pictureSubtitle,
  pictureThreshold,
  pictureTitle,
  pictureVenues,
  pictureWindow,
  type PeerRange,
} from '../../words/picture';
import { standing } from '../errata/errata';
import { chartAnswerOf } from '../deviations/deviationsAnswer';
import { minuteSheetTable } from './minuteTable';
import { viewFileName } from '../forms/fileName';
import type { SeriesRows } from '../deviations/rows';
import type { ViewAnswers } from '../views/answers';

export interface PictureFile extends Pick<ViewAnswers, 'lastModified'> {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly simulated: boolean;
}

/**
 * A view as a PNG that stands up by itself: what is seen, what it rests on, and the address it came from. `origin` (like
 * https://plumbline.example) stands before that address; undefined: the path alone. `signer` seals it.
 */
export function pictureOf(
  answers: ViewAnswers,
  origin: string | undefined,
  signer?: Signer,
  look: PictureLook = USUAL_LOOK,
): PictureFile {
  const { simulated } = answers.window.facts;
  const png = renderPicture(pictureContent(answers, origin, { signer, look }), signer);
  return {
    png: new Uint8Array(png),
    fileName: viewFileName(answers.view, 'png', simulated),
    simulated,
    lastModified: answers.lastModified,
  };
}

/** Whose key seals a picture, where one does, and how it is drawn: undefined as pictures were before they said so. */
interface Made {
  readonly signer?: Pick<Signer, 'publicKey'> | undefined;
  readonly look?: PictureLook | undefined;
}

/** What stands on the picture, before it is drawn. */
export function pictureContent(
  { view, window, minute, digestText, lastModified, errata }: ViewAnswers,
  origin: string | undefined,
  { signer, look }: Made = {},
): Picture {
  const { facts, rows } = window;
  const { digest, simulated } = facts;
  const path = inPageLanguage(viewPath(view));
  const permalink = `${origin ?? ''}${path}`;
  const { asOf } = view.question;
  return {
    chart: {
      answer: chartAnswerOf(window),
      scale: view.scale,
      ...(view.focus === undefined ? {} : { focus: view.focus }),
      lines: view.lines,
      ...(view.minute === undefined ? {} : { minute: formatMinute(view.minute) }),
    },
    title: pictureTitle(facts),
    subtitle: pictureSubtitle(facts, minute?.minute),
    sentence: minute?.sentence ?? pictureSentence({ ...facts, series: rows.map(reasonsOf) }),
    legend: takingPart(facts.markets).map((market) => ({ key: seriesKey(market), label: marketLabel(market) })),
    footer: {
      venuesLine: pictureVenues(facts),
      reference: pictureReference(facts),
      peers: picturePeers(facts, peerRangeOf(rows)),
      window: pictureWindow(facts),
      method: String(METHOD_VERSION),
      digest,
      permalink,
      // The shorter an address, the larger the modules of its code.
      qr: `${origin ?? ''}${shortAddress(path) ?? path}`,
      threshold: pictureThreshold(facts),
      ...(asOf === undefined ? {} : { asOf: pictureAsOf(formatInstant(asOf)) }),
      ...(signer === undefined ? {} : { key: keyId(signer.publicKey) }),
      rates: pictureRates(facts),
      rateNotes: [...facts.notes, ...standing(errata).map((one) => erratumNote(one.kind, one.recorded, one.venue))],
    },
    metadata: {
      permalink,
      digest,
      method: METHOD_VERSION,
      venues: takingPart(facts.markets).map(({ venue }) => venue),
      from: facts.from,
      to: facts.to,
      simulated,
      ...(lastModified === undefined ? {} : { lastModified: formatInstant(lastModified) }),
    },
    ...(digestText === undefined ? {} : { digestText }),
    ...(minute === undefined ? {} : { table: minuteSheetTable(minute) }),
    look,
  };
}

/** Each reason a series has minutes of, once, in the order of their first minutes; null: some were measured. */
const reasonsOf = ({ market, missing }: SeriesRows): DeepestFacts['series'][number] => ({
  venue: market.venue,
  kind: market.kind,
  missing: [...new Set(missing)].map(missingAt),
});

/** Over the measured minutes of every series; undefined where there is none. */
function peerRangeOf(rows: readonly SeriesRows[]): PeerRange | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const { peers, missing } of rows) {
    missing.forEach((code, i) => {
      if (missingAt(code) !== null) return;
      least = Math.min(least, peers[i] as number);
      most = Math.max(most, peers[i] as number);
    });
  }
  return least <= most ? { least, most } : undefined;
}
