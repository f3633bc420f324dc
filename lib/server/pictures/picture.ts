import { seriesKey } from '../../charts/chart';
import { formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { renderPicture } from '../../evidence/picture';
import { viewPath, type View } from '../../permalink/view';
import { marketsHeld } from '../../store/coverage/holdings';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { minuteOf } from '../minutes/minute';
import { answer, type Outcome } from '../http/outcome';
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

export interface PictureFile {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly simulated: boolean;
}

/** A view as a PNG that stands up by itself: what is seen, what it rests on, and the address it came from. */
export async function picture(context: Context, asked: View): Promise<Outcome<PictureFile>> {
  const view = await spelledOut(context, asked);
  const found = await deviations(context, view.question);
  if (!found.ok) return found;
  const minute = view.minute === undefined ? undefined : await minuteOf(context, view.question, view.minute);
  if (minute !== undefined && !minute.ok) return minute;
  const drawn = found.value;
  const permalink = publicAddress(view);
  const png = renderPicture({
    chart: {
      answer: drawn,
      scale: view.scale,
      ...(view.focus === undefined ? {} : { focus: view.focus }),
      ...(view.minute === undefined ? {} : { minute: formatMinute(view.minute) }),
    },
    title: pictureTitle(drawn),
    subtitle: pictureSubtitle(drawn),
    sentence: minute?.value.sentence ?? pictureSentence(drawn),
    legend: drawn.markets.map((market) => ({ key: seriesKey(market), label: marketLabel(market) })),
    footer: {
      venuesLine: pictureVenues(drawn),
      reference: pictureReference(drawn),
      peers: picturePeers(drawn),
      window: pictureWindow(drawn),
      method: String(METHOD_VERSION),
      digest: drawn.digest,
      permalink,
      rateNotes: drawn.notes,
    },
    metadata: {
      permalink,
      digest: drawn.digest,
      method: METHOD_VERSION,
      venues: drawn.markets.map(({ venue }) => venue),
      from: drawn.from,
      to: drawn.to,
      simulated: context.simulated,
    },
  });
  return answer({
    png: new Uint8Array(png),
    fileName: fileNameOf(view, context.simulated),
    simulated: context.simulated,
  });
}

/**
 * The view's whole address. PLUMBLINE_ORIGIN (like https://plumbline.example) stands before it where the app has a public
 * address; the request's own host is not trusted to name one.
 */
const publicAddress = (view: View): string => `${process.env['PLUMBLINE_ORIGIN'] ?? ''}${viewPath(view)}`;

/** The view with its venues spelled out, so that its address and its digest stay what they are when more venues are held. */
async function spelledOut(context: Context, view: View): Promise<View> {
  if (view.question.venues !== undefined) return view;
  const held = await marketsHeld(context.database, { asset: view.question.asset });
  const venues = [...new Set(held.map(({ market }) => market.venue))].sort();
  return venues.length === 0 ? view : { ...view, question: { ...view.question, venues } };
}

/** `plumbline-ATOM-2025-10-10T2000Z.png`, SIMULATED in front where it is. */
function fileNameOf({ question, minute }: View, simulated: boolean): string {
  const at = formatMinute(minute ?? question.range.from).replaceAll(':', '');
  return `${simulated ? 'SIMULATED-' : ''}plumbline-${question.asset}-${at}.png`;
}
