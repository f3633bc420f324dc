import type { PinnedAnswer } from '../api/pinned';
import { pinnedNotice } from './pinned';
import { joins } from './spelled';

/** What became of the figures of a pinned address: the finding. */
export function pinnedHead({ state, coversWindow }: Pick<PinnedAnswer, 'state' | 'coversWindow'>): string {
  switch (state) {
    case 'same':
      return coversWindow === false ? pinnedNotice.sameMinute : pinnedNotice.same;
    case 'changed':
      return pinnedNotice.changed;
    case 'parameters':
      return pinnedNotice.parameters;
    case 'not-found':
      return pinnedNotice.notFound;
    case 'too-many-states':
      return pinnedNotice.tooMany;
  }
}

/** What else there is to say of it on a page that lists the differences; nothing where nothing changed. */
export function pinnedRest({ state, statesLookedAt }: Pick<PinnedAnswer, 'state' | 'statesLookedAt'>): string {
  const looked = pinnedNotice.looked(statesLookedAt);
  switch (state) {
    case 'same':
      return '';
    case 'changed':
      return pinnedNotice.changedText;
    case 'parameters':
      return pinnedNotice.parametersText;
    case 'not-found':
      return [pinnedNotice.notFoundText, looked, pinnedNotice.presentShown].join(joins.sentences);
    case 'too-many-states':
      return [looked, pinnedNotice.more, pinnedNotice.presentShown].join(joins.sentences);
  }
}

/** In one line, where no page lists the differences; with the digest of the address, and where the view is as it was. */
export const pinnedText = (pin: PinnedAnswer): string =>
  [
    pinnedHead(pin),
    ...(pin.state === 'same' ? [] : [pinnedNotice.presentShown]),
    `${pin.digest}${pin.asItWas === null ? '' : ` <${pin.asItWas}>`}`,
  ].join(joins.sentences);
