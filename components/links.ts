import type { RankedEpisode } from '@/lib/api/overview';
import { addressIn } from '@/lib/api/client/address';
import { chart, deviations, minute, minuteChart } from '@/lib/api/client/operations';
import { FRAMES, type PictureLook } from '@/lib/domain/pictureLook';
import { withLook } from '@/lib/permalink/pictureLook';
import { inPageLanguage } from '@/lib/permalink/language';
import { deviationsParameters, minuteParameters } from '@/lib/permalink/parameters';
import type { Instant } from '@/lib/domain/instant';
import type { Asset, Venue } from '@/lib/domain/market';
import { formatMinute, parseMinute, parseRange, type Minute } from '@/lib/domain/minute';
import { defaultQuestion, type Question, type Reference } from '@/lib/domain/question';
import { promised } from '@/lib/domain/unit';
import { unpinned, viewPath, viewQuery, type View } from '@/lib/permalink/view';
import { withMinute } from './view';

/** The view an episode of a list was measured in, with its venue brought out. */
function viewOf(episode: RankedEpisode, reference: Reference, asOf: Instant | undefined): View {
  return {
    question: {
      ...defaultQuestion(episode.asset as Asset, promised(parseRange(episode.from, episode.to))),
      enter: episode.enter,
      reference,
      asOf,
    },
    minute: undefined,
    scale: 'auto',
    focus: episode.venue as Venue,
    lines: [],
  };
}

/** A window of an asset as it opens where nobody chose otherwise. */
export const windowView = (asset: Asset, { range, asOf }: Pick<Question, 'range' | 'asOf'>): View => ({
  question: { ...defaultQuestion(asset, range), asOf },
  minute: undefined,
  scale: 'auto',
  focus: undefined,
  lines: [],
});

export const episodeWindowPath = (episode: RankedEpisode, reference: Reference, asOf?: Instant): string =>
  viewPath(viewOf(episode, reference, asOf));
export const episodeMinutePath = (episode: RankedEpisode, reference: Reference, asOf?: Instant): string =>
  minuteOfViewPath(viewOf(episode, reference, asOf), episode.peakMinute);
export const minuteOfViewPath = (view: View, iso: string): string =>
  viewPath(withMinute(view, promised(parseMinute(iso))));

/** The PNG of what a view shows, in the language of the page; `look`: where it is drawn otherwise than usual. */
export const pictureAddress = (pinned: View, look: Partial<PictureLook> = {}): string => {
  const view = unpinned(pinned);
  return inPageLanguage(
    withLook(
      view.minute === undefined
        ? addressIn(chart, { asset: view.question.asset, form: 'png' }, viewQuery(view))
        : addressIn(
            minuteChart,
            { asset: view.question.asset, minute: formatMinute(view.minute), form: 'png' },
            viewQuery(view),
          ),
      look,
    ),
  );
};

/** The picture that programs show beside a link to a view's page (Open Graph, X). */
export const linkPicture = (
  view: View,
): { readonly url: string; readonly width: number; readonly height: number; readonly type: 'image/png' } => ({
  url: pictureAddress(view, { size: 'card', density: 1 }),
  ...FRAMES.card,
  type: 'image/png',
});

/** The machine-readable answers behind a view. */
export const deviationsAddress = (question: Question): string =>
  addressIn(deviations, {}, deviationsParameters(question));
export const minuteAddress = (question: Question, at: Minute): string =>
  addressIn(minute, { asset: question.asset, minute: formatMinute(at) }, minuteParameters(question));
