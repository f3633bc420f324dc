import type { Alert, AlertFigures, AlertMessage, WrittenRule } from '../../api/alerts';
import { alertFigures } from '../../api/alerts';
import type { AlertRule } from '../../domain/alert';
import { writeCertainty } from '../../domain/episode';
import { METHOD_VERSION } from '../../domain/method';
import { formatMinute } from '../../domain/minute';
import type { Episode } from '../../analysis/types';
import { pairOf } from '../../domain/market';
import type { StoredAlert, StoredChange } from '../../store/alerts/alerts';
import { orNull } from '../deviations/rows';
import type { HomeRule } from './alertFile';

/** A rule as it is kept beside its alerts. */
export const ruleTextOf = ({ id, rule }: HomeRule): string => JSON.stringify(writtenRule(id, rule));

const writtenRule = (
  id: string,
  { assets, venues, side, depth, minutes, peers, certainty }: AlertRule,
): WrittenRule => ({
  id,
  assets: assets === undefined ? null : [...assets],
  venues: venues === undefined ? null : [...venues],
  side: side ?? null,
  depth,
  minutes,
  peers,
  certainty: certainty.map(writeCertainty),
});

type FiguresOf = Pick<
  Episode,
  | 'market'
  | 'start'
  | 'end'
  | 'minutesBeyond'
  | 'peak'
  | 'peakMinute'
  | 'peakPrice'
  | 'peakReference'
  | 'peersAtPeak'
  | 'certainty'
  | 'uncertaintyAtPeak'
  | 'rateRuleAtPeak'
>;

/** An episode's figures as they are kept. */
export const figuresTextOf = (episode: FiguresOf): string => {
  const figures: AlertFigures = {
    market: pairOf(episode.market),
    start: formatMinute(episode.start),
    end: formatMinute(episode.end),
    minutesBeyond: episode.minutesBeyond,
    peak: episode.peak,
    peakMinute: formatMinute(episode.peakMinute),
    peakPrice: episode.peakPrice,
    peakReference: episode.peakReference,
    peersAtPeak: episode.peersAtPeak,
    certainty: writeCertainty(episode.certainty),
    uncertaintyAtPeak: orNull(episode.uncertaintyAtPeak),
    rateRuleAtPeak: episode.rateRuleAtPeak,
  };
  return JSON.stringify(figures);
};

const aboutOf = ({ id, ruleText, asset, venue, side }: StoredAlert): AlertMessage['alert'] => ({
  id,
  rule: JSON.parse(ruleText) as WrittenRule,
  asset,
  venue,
  side,
});

/** `origin`: the app's public address, before every address; undefined: addresses are paths. */
const changeAnswer = (
  { sequence, state, reason, recorded, to, address, digest, figures }: StoredChange,
  origin: string | undefined,
): AlertMessage['change'] => ({
  sequence,
  state,
  reason: reason ?? null,
  recorded,
  judgedTo: formatMinute(to),
  address: `${origin ?? ''}${address}`,
  digest,
  figures: figures === undefined ? null : alertFigures.parse(JSON.parse(figures)),
});

/** What a webhook brings. */
export const alertMessageOf = (
  { alert, change }: { readonly alert: StoredAlert; readonly change: StoredChange },
  { simulated, origin }: { readonly simulated: boolean; readonly origin: string | undefined },
): AlertMessage => ({
  method: METHOD_VERSION,
  simulated,
  alert: aboutOf(alert),
  change: changeAnswer(change, origin),
});

export const alertAnswerOf = (
  alert: StoredAlert & { readonly changes: readonly StoredChange[] },
  origin: string | undefined,
): Alert => ({
  ...aboutOf(alert),
  state: alert.state,
  changes: alert.changes.map((change) => changeAnswer(change, origin)),
});
