import { formatInstant } from '../../domain/instant';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute, wholeDay } from '../../domain/minute';
import type { Signer } from '../../evidence/seal';
import { inPageLanguage } from '../../permalink/language';
import { listAsOf, listPath, listSpan, listWindow, type ListView } from '../../permalink/lists';
import { viewPath } from '../../permalink/view';
import type { ReadBook } from '../../store/connection/reading';
import { listReadme } from '../../words/en/listBundle';
import { methodText } from '../../words/en/method/asText';
import type { Context } from '../context';
import { questionMarkets } from '../deviations/analysisInput';
import { digestFor } from '../deviations/digest';
import { csvOf } from '../forms/csv';
import { listRests } from '../forms/lists/rests';
import type { RowView } from '../forms/lists/rowViews';
import type { StatedList } from '../forms/lists/shown';
import { inMoments, type InMoment, type Moment } from '../moment';
import { viewAddress } from '../views/address';
import { spelledOut } from '../views/answers';
import { withManifest } from './manifest';
import { revisionsCsv } from './revisions';
import type { Files } from './zip';

/** What a list's bundle says of its rows, of one moment (`inMoments`). */
export interface ListRests {
  /** Row by row the view with its candles, and the digest that the view's bundle has. */
  readonly views: string;
  readonly books: readonly ReadBook[];
  /** Of its window; undefined: it has none. */
  readonly revisions: string | undefined;
}

/** Looks up what a list rests on. `origin`: of the app's public address. */
export const listRestsOf = (
  context: Context,
  list: ListView,
  shown: StatedList,
  origin: string | undefined,
): Promise<ListRests> =>
  inMoments(context, listAsOf(list), async (inMoment) => {
    const markets = await inMoment((moment) => Promise.resolve(moment.markets));
    const { books } = listRests(list, markets, shown.reach);
    const range = listWindow(list);
    const asOf = listAsOf(list);
    return {
      views: await viewsCsv(inMoment, markets, shown.views(asOf), origin),
      books,
      revisions:
        range === undefined
          ? undefined
          : await inMoment(({ snapshot }) => revisionsCsv(snapshot, books, { range, asOf })),
    };
  });

/** A row for each row of the list: what names it, the address of its view, that of the view's bundle, and the digest of both. */
async function viewsCsv(
  inMoment: InMoment,
  markets: Moment['markets'],
  rows: readonly RowView[],
  origin: string | undefined,
): Promise<string> {
  const digests = new Map<string, string>();
  const lines = [];
  for (const { row, view } of rows) {
    const whole = spelledOut(view, markets);
    const path = viewPath(whole);
    const asked = questionMarkets(markets, whole.question);
    const digest =
      digests.get(path) ??
      (asked === undefined ? '' : await inMoment((moment) => digestFor(moment, whole.question, asked)));
    digests.set(path, digest);
    const address = viewAddress(whole, origin);
    lines.push([row.join(' '), address, address.replace(/\?|$/, (rest) => `.zip${rest}`), digest]);
  }
  return csvOf([['row', 'address', 'bundle', 'digest'], ...lines]);
}

/** The forms of a list that its bundle holds, as they are served. */
export interface ListForms {
  readonly png: Uint8Array;
  readonly md: Uint8Array;
  readonly csv: Uint8Array;
  readonly json: Uint8Array;
}

interface BundledList {
  readonly list: ListView;
  readonly shown: StatedList;
  readonly rests: ListRests;
  readonly forms: ListForms;
  readonly origin: string | undefined;
  readonly signer: Signer | undefined;
  /** The names of the time authorities that will be asked to stamp it. */
  readonly stampers?: readonly string[] | undefined;
}

/**
 * A page of many assets with its picture, its figures, where the candles of each row are, and how to check it without this program. The same bytes for the
 * same data and key.
 */
export function listBundleFiles({ list, shown, rests, forms, origin, signer, stampers = [] }: BundledList): Files {
  const { digest, digestText, answer, text } = shown;
  const address = `${origin ?? ''}${inPageLanguage(listPath(list))}`;
  const asOf = listAsOf(list);
  const { from, to } = listSpan(list);
  const parameters = {
    method: METHOD_VERSION,
    address,
    digest,
    asOf: asOf === undefined ? null : formatInstant(asOf),
    simulated: answer.simulated,
    from: formatMinute(from),
    to: formatMinute(to),
    books: rests.books.map(({ market: { venue, base, quote, kind }, source, first, last }) => ({
      ...{ venue, market: `${base}/${quote}`, kind, source },
      from: formatMinute(wholeDay(first).from),
      to: formatMinute(wholeDay(last).to),
    })),
  };
  const files = new Map<string, Uint8Array | string>([
    [
      'README.txt',
      listReadme({
        title: text().title,
        sentence: shown.drawing().sentence,
        address,
        digest,
        method: METHOD_VERSION,
        simulated: answer.simulated,
        isSigned: signer !== undefined,
        origin,
        hasViews: list.kind !== 'events',
        hasRevisions: rests.revisions !== undefined,
        stampers,
      }),
    ],
    ['picture.png', forms.png],
    ['view.md', forms.md],
    ['rows.csv', forms.csv],
    ['answer.json', forms.json],
    ['parameters.json', `${JSON.stringify(parameters, undefined, 2)}\n`],
    ...(list.kind === 'events' ? [] : [['views.csv', rests.views] as const]),
    ['digest.txt', digestText],
    ...(rests.revisions === undefined ? [] : [['revisions.csv', rests.revisions] as const]),
    ['method.txt', methodText()],
  ]);
  return withManifest(new Map([...files].map(([name, content]) => [name, Buffer.from(content as string)])), signer);
}
