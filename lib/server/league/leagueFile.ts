import type { LeagueAnswer, LeagueRow } from '../../api/league';
import { parseDay, type Day } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { inPageLanguage } from '../../permalink/language';
import { leaguePath, type LeagueForm } from '../../permalink/league';
import { leagueFinding, leagueHead, leagueHeads } from '../../words/leaguePage';
import { count, formatDuration, signedPercent, utc } from '../../words/numbers';
import { pictureSimulated, pictureTerms } from '../../words/picture';
import { venueHeads } from '../../words/venuePage';
import { venueName } from '../../words/venues';
import type { Context } from '../context';
import { encoded } from '../forms/encoded';
import { fileTypeOf, type ViewFile } from '../forms/file';
import { leagueFileName } from '../forms/fileName';
import { markdownTable } from '../forms/markdownTable';
import { tableOf, type Table } from '../forms/table';
import { publicOrigin } from '../http/origin';
import { answer, type Outcome } from '../http/outcome';
import type { Refresh } from '../scan/refresh';
import { league } from './league';

/**
 * The league's table of a day in a form, undefined: of the last day with data. It has no digest: its alerts come and go, and its episodes are
 * those of the lists that have one.
 */
export async function leagueFile(
  context: Context,
  asked: Day | undefined,
  form: LeagueForm,
  refresh?: Refresh,
): Promise<Outcome<ViewFile>> {
  const found = await league(context, asked, refresh);
  if (!found.ok) return found;
  const { day, simulated } = found.value;
  const path = inPageLanguage(leaguePath(promised(parseDay(day))));
  const address = `${publicOrigin(process.env) ?? ''}${path}`;
  return answer({
    bytes: encoded(form, {
      table: () => leagueTable(found.value),
      facts: () => ({}),
      json: () => ({ address, ...found.value }),
      markdown: () => leagueMarkdown(found.value, address),
    }),
    type: fileTypeOf(form),
    fileName: leagueFileName(day, form, simulated),
    isShown: form !== 'csv',
    simulated,
    address,
    lastModified: undefined,
  });
}

/** A row for each venue, the one of the deepest episode first. */
const leagueTable = ({ day, venues, simulated }: LeagueAnswer): Table =>
  tableOf<LeagueRow>(venues, [
    ['text', 'day', () => day],
    ['text', 'venue', ({ venue }) => venue],
    ['number', 'episodes', ({ episodes }) => episodes],
    ['number', 'assets', ({ assets }) => assets],
    ['number', 'minutesBeyond', ({ minutesBeyond }) => minutesBeyond],
    ['text', 'deepestAsset', ({ deepest }) => deepest.asset],
    ['text', 'deepestMarket', ({ deepest }) => deepest.market],
    ['text', 'deepestSide', ({ deepest }) => deepest.side],
    ['number', 'deepestPeak', ({ deepest }) => deepest.peak],
    ['minute', 'deepestPeakMinute', ({ deepest }) => deepest.peakMinute],
    ['number', 'deepestPeakPrice', ({ deepest }) => deepest.peakPrice],
    ['number', 'deepestPeakReference', ({ deepest }) => deepest.peakReference],
    ['text', 'deepestId', ({ deepest }) => deepest.id],
    ['text', 'longestAsset', ({ longest }) => longest.asset],
    ['text', 'longestMarket', ({ longest }) => longest.market],
    ['text', 'longestSide', ({ longest }) => longest.side],
    ['minute', 'longestStart', ({ longest }) => longest.start],
    ['number', 'longestSpanMinutes', ({ longest }) => longest.spanMinutes],
    ['text', 'longestId', ({ longest }) => longest.id],
    ['number', 'alerts', ({ alerts }) => alerts],
    ['truth', 'simulated', () => simulated],
  ]);

function leagueMarkdown(found: LeagueAnswer, address: string): string {
  const { day, assets, venues, simulated, method, notes } = found;
  const episodes = venues.reduce((sum, one) => sum + one.episodes, 0);
  const terms = [
    ...(simulated ? [[pictureTerms.simulated, pictureSimulated.footer]] : []),
    ...notes.map((note) => [pictureTerms.notes, note]),
    [pictureTerms.method, String(method)],
  ];
  return [
    `# ${simulated ? `${pictureSimulated.stamp} · ` : ''}${leagueFinding({ day, assets, episodes, venues: venues.length })}`,
    ...(simulated ? [`**${pictureSimulated.band}**`] : []),
    leagueHead.lead,
    ...(venues.length === 0 ? [] : [`## ${leagueHead.label}\n\n${markdownTable(heads(), venues.map(rowOf))}`]),
    terms.map(([term = '', said = '']) => `- ${term}: ${said}`).join('\n'),
    `<${address}>`,
  ]
    .join('\n\n')
    .concat('\n');
}

const heads = (): readonly string[] => [
  venueHeads.venue,
  venueHeads.episodes,
  venueHeads.strayed,
  venueHeads.deepest,
  venueHeads.asset,
  venueHeads.worstMinute,
  leagueHeads.longest,
  leagueHeads.longestAsset,
  venueHeads.beyond,
  leagueHeads.alerts,
];

const rowOf = ({ venue, episodes, assets, deepest, longest, minutesBeyond, alerts }: LeagueRow): readonly string[] => [
  venueName(venue),
  count(episodes),
  count(assets),
  signedPercent(deepest.peak),
  deepest.name,
  utc(deepest.peakMinute),
  formatDuration(longest.spanMinutes),
  longest.name,
  count(minutesBeyond),
  count(alerts),
];
