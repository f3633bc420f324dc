import type { MethodExample, SecondReference } from '@/lib/api/method';
import { parseAsset, parseVenue } from '@/lib/domain/market';
import { parseMinute, parseRange } from '@/lib/domain/minute';
import { defaultQuestion, type Reference } from '@/lib/domain/question';
import { promised } from '@/lib/domain/unit';
import { viewPath, type View } from '@/lib/permalink/view';
import { deviationsAddress, minuteAddress } from '../links';
import { minuteQuestion, withMinute } from '../view';

type Window = Pick<MethodExample, 'asset' | 'from' | 'to' | 'enter'>;

function viewOf({ asset, from, to, enter }: Window, reference: Reference, venue: string | undefined): View {
  const question = {
    ...defaultQuestion(promised(parseAsset(asset)), promised(parseRange(from, to))),
    reference,
    enter,
  };
  return {
    question,
    minute: undefined,
    scale: 'linear',
    focus: venue === undefined ? undefined : promised(parseVenue(venue)),
  };
}

const OTHERS: Reference = { kind: 'others' };

/** The page and the answer of an example's minute. */
export function minuteLinks(
  example: Window,
  minute: string,
  venue?: string,
): { readonly page: string; readonly answer: string } {
  const view = viewOf(example, OTHERS, venue);
  const at = promised(parseMinute(minute));
  return { page: viewPath(withMinute(view, at)), answer: minuteAddress(minuteQuestion(view, at), at) };
}

/** The page and the answer of an example's window. */
export function windowLinks(example: Window, venue?: string): { readonly page: string; readonly answer: string } {
  const view = viewOf(example, OTHERS, venue);
  return { page: viewPath(view), answer: deviationsAddress(view.question) };
}

/** The page and the answer of a window held against a second reference. */
export function secondLinks(second: SecondReference): { readonly page: string; readonly answer: string } {
  const view = viewOf(second, { kind: second.reference }, second.deepest?.episode.venue);
  return { page: viewPath(view), answer: deviationsAddress(view.question) };
}
