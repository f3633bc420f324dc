import { seriesKey } from '../../charts/chart';
import { formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { renderPicture } from '../../evidence/picture';
import { viewPath, type View } from '../../permalink/view';
import { marketLabel } from '../../words/en/market';
import {
  picturePeers,
  pictureReference,
  pictureSentence,
  pictureSubtitle,
  pictureTitle,
  pictureVenues,
  pictureWindow,
} from '../../words/en/picture';
import type { ViewAnswers } from '../views/answers';

export interface PictureFile {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly simulated: boolean;
}

/**
 * A view as a PNG that stands up by itself: what is seen, what it rests on, and the address it came from. `origin` (like
 * https://plumbline.example) stands before that address; undefined: the path alone.
 */
export function pictureOf({ view, window, minute }: ViewAnswers, origin: string | undefined): PictureFile {
  const { digest, simulated } = window;
  const permalink = `${origin ?? ''}${viewPath(view)}`;
  const png = renderPicture({
    chart: {
      answer: window,
      scale: view.scale,
      ...(view.focus === undefined ? {} : { focus: view.focus }),
      ...(view.minute === undefined ? {} : { minute: formatMinute(view.minute) }),
    },
    title: pictureTitle(window),
    subtitle: pictureSubtitle(window),
    sentence: minute?.sentence ?? pictureSentence(window),
    legend: window.markets.map((market) => ({ key: seriesKey(market), label: marketLabel(market) })),
    footer: {
      venuesLine: pictureVenues(window),
      reference: pictureReference(window),
      peers: picturePeers(window),
      window: pictureWindow(window),
      method: String(METHOD_VERSION),
      digest,
      permalink,
      rateNotes: window.notes,
    },
    metadata: {
      permalink,
      digest,
      method: METHOD_VERSION,
      venues: window.markets.map(({ venue }) => venue),
      from: window.from,
      to: window.to,
      simulated,
    },
  });
  return { png: new Uint8Array(png), fileName: fileNameOf(view, simulated), simulated };
}

/** `plumbline-ATOM-2025-10-10T2000Z.png`, SIMULATED in front where it is. */
function fileNameOf({ question, minute }: View, simulated: boolean): string {
  const at = formatMinute(minute ?? question.range.from).replaceAll(':', '');
  return `${simulated ? 'SIMULATED-' : ''}plumbline-${question.asset}-${at}.png`;
}
