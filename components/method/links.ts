import type { MethodExample, SecondReference } from '@/lib/api/method';
import { parseAsset, parseVenue } from '@/lib/domain/market';
import { parseMinute, parseRange } from '@/lib/domain/minute';
import { defaultQuestion, type Reference } from '@/lib/domain/question';
import { promised } from '@/lib/domain/unit';
import { minuteQuestion, viewPath, type View } from '@/lib/permalink/view';
import { LINKS } from '@/lib/words/en/method/example';
import { deviationsAddress, minuteAddress } from '../links';
import { withMinute } from '../view';

export interface ExampleLink {
  readonly href: string;
  readonly label: string;
}

/** Where something is shown to people, and where to machines. */
interface Addresses {
  readonly page: string;
  readonly answer: string;
}

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
    scale: 'auto',
    focus: venue === undefined ? undefined : promised(parseVenue(venue)),
    lines: [],
  };
}

const OTHERS: Reference = { kind: 'others' };

const linksTo = ({ page, answer }: Addresses, label: string): readonly ExampleLink[] => [
  { href: page, label },
  { href: answer, label: LINKS.json },
];

function minuteAddresses(example: Window, minute: string, venue: string | undefined): Addresses {
  const view = viewOf(example, OTHERS, venue);
  const at = promised(parseMinute(minute));
  return { page: viewPath(withMinute(view, at)), answer: minuteAddress(minuteQuestion(view, at), at) };
}

function windowAddresses(window: Window, reference: Reference, venue: string | undefined): Addresses {
  const view = viewOf(window, reference, venue);
  return { page: viewPath(view), answer: deviationsAddress(view.question) };
}

/** The page of one minute of an example's asset. */
export const minutePage = (example: Window, minute: string, venue: string): string =>
  minuteAddresses(example, minute, venue).page;

/** The page and the answer of an example's own minute. */
export const minuteLinks = (example: MethodExample, venue: string | undefined): readonly ExampleLink[] =>
  linksTo(minuteAddresses(example, example.minute.minute, venue), LINKS.minute);

/** The page and the answer of an example's window. */
export const windowLinks = (example: Window, venue?: string): readonly ExampleLink[] =>
  linksTo(windowAddresses(example, OTHERS, venue), LINKS.window);

/** The page and the answer of a window compared with a second reference. */
export const secondLinks = (second: SecondReference): readonly ExampleLink[] =>
  linksTo(windowAddresses(second, { kind: second.reference }, second.deepest?.episode.venue), LINKS.window);
