import type { EventAnswer, EventEpisode, EventInBrief, FigureAnswer, PathAnswer } from '../../../api/events';
import { PUBLISHERS } from '../../../domain/events/event';
import { EVENTS } from '../../../domain/events/presets';
import { YARDSTICKS } from '../../../domain/events/yardsticks';
import { episode } from '../../en/testing/deviations';
import type { Samples } from './type';

const base = { publisher: 'jamster187', about: false, venue: 'binance', kind: 'spot', verdict: 'same' } as const;
const candle: FigureAnswer = {
  ...base,
  what: 'candle',
  market: 'ATOM/USDT',
  minute: '2025-10-10T21:20Z',
  published: { open: '1.863', high: '1.9', low: '0.001', close: '1.590' },
  measured: { open: 1.863, high: 1.9, low: 0.001, close: 1.59 },
};
const low: Extract<FigureAnswer, { readonly what: 'low' | 'high' }> = {
  ...base,
  what: 'low',
  market: 'BTC/USDT',
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  minute: null,
  published: '102000',
  measured: 102_000,
  measuredMinute: '2025-10-10T21:20Z',
  minutes: 1_440,
  of: 1_440,
};
const high: FigureAnswer = {
  ...low,
  what: 'high',
  about: true,
  minute: '2025-10-10T21:40Z',
  from: '2026-02-06T10:00Z',
  to: '2026-02-06T11:00Z',
  minutes: 30,
  of: 60,
};
const closes: FigureAnswer = {
  ...base,
  what: 'closes-below',
  market: 'USDE/USDT',
  from: '2025-10-10T21:20Z',
  to: '2025-10-10T22:54Z',
  level: '0.99',
  published: '86',
  measured: 85,
  verdict: 'other',
  minutes: 90,
  of: 94,
};
const deviation: FigureAnswer = {
  ...base,
  what: 'deviation',
  market: 'BNSOL/USDT',
  minute: '2025-10-10T21:43Z',
  published: '-82.34',
  measured: -0.82339,
};
const unstored: FigureAnswer = { ...candle, measured: null, verdict: 'not-stored' };
const perpetual: FigureAnswer = { ...low, kind: 'perp', venue: 'binancecoinm', market: 'BTC/USD' };
const uncompared: FigureAnswer = { ...deviation, measured: null, verdict: 'not-compared' };
const verdicts = (...given: readonly FigureAnswer['verdict'][]): readonly Pick<FigureAnswer, 'verdict'>[] =>
  given.map((verdict) => ({ verdict }));

export const eventFigures: Samples<'eventFigures'> = {
  publisherName: PUBLISHERS.map((publisher) => [publisher]),
  figureSubject: [[candle], [low], [high], [closes], [deviation], [perpetual]],
  writtenDigits: [['102000'], ['0.320'], ['81.11e6'], ['-82.34']],
  publishedWords: [[candle], [low], [high], [closes], [{ ...closes, about: true }], [deviation]],
  measuredWords: [[candle], [low], [high], [closes], [deviation], [unstored], [uncompared]],
  verdictWords: [
    [{ verdict: 'same' }, false],
    [{ verdict: 'other' }, false],
    [{ verdict: 'same' }, true],
    [{ verdict: 'not-stored' }, true],
  ],
  figuresSentence: [
    [[], false],
    [verdicts('not-stored'), false],
    [verdicts('same', 'same', 'other', 'not-stored'), false],
    [verdicts('same', 'not-compared'), true],
  ],
  statementText: EVENTS.flatMap(({ statements }) => statements.map(({ id }): [string] => [id])),
};

const DAY = { from: '2025-10-10T00:00Z', to: '2025-10-11T00:00Z' };

export const eventRoads: Samples<'eventRoads'> = {
  roadWords: EVENTS.flatMap((event) => event.roads.map((road): [typeof event, typeof road] => [event, road])),
  missingCommands: [[[unstored], DAY]],
};

const ranked = (change: Partial<EventEpisode> = {}): EventEpisode => ({
  ...episode({ peak: -0.99937 }),
  asset: 'ATOM',
  name: 'ATOM',
  reference: 'others',
  ...DAY,
  enter: 0.02,
  place: 'outside',
  level: null,
  beyond: null,
  ...change,
});
const brief = (markets: number): EventInBrief => ({
  event: '2025-10-10',
  from: '',
  to: '',
  assets: [],
  markets,
  figures: 0,
});
const found = { event: '2025-10-10', markets: 191, found: 14, declared: null } as const;
const HOURS = { venue: 'binance', from: '2025-10-10T21:36Z', to: '2025-10-10T22:16Z' } as const;
const DECLARED: NonNullable<EventAnswer['declared']> = {
  ...HOURS,
  publisher: 'binance-statement',
  counts: { inside: 0, overlapping: 8, outside: 6 },
};
const path = (asset: string, lowest: number | null): PathAnswer => ({
  asset,
  name: asset,
  books: 3,
  lowest,
  lowestMinute: '2025-10-10T21:19Z',
  values: [],
});

export const events: Samples<'events'> = {
  eventName: EVENTS.map(({ id }) => [id]),
  eventLead: EVENTS.map(({ id }) => [id]),
  'eventsHead.finding': [
    [{ events: [brief(0), brief(0)] }],
    [{ events: [brief(191), brief(5), brief(0)] }],
    [{ events: [brief(191), brief(5), brief(5), brief(5), brief(0), brief(0)] }],
  ],
  storedWords: [[brief(0)], [brief(1)], [brief(1_200)]],
  windowWords: [
    [{ from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }],
    [{ from: '2026-02-06T10:00Z', to: '2026-02-06T11:00Z' }],
    [{ from: '2020-03-12T00:00Z', to: '2020-03-14T00:00Z' }],
  ],
  eventEyebrow: [[{ event: '2025-10-10', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }]],
  eventFinding: [
    [{ ...found, markets: 0, episodes: [] }],
    [{ ...found, episodes: [] }],
    [{ ...found, episodes: [ranked()] }],
    [{ ...found, episodes: [ranked({ peak: 0.1234, side: 'above' })] }],
  ],
  episodesSentence: [
    [{ found: 0, episodes: [] }],
    [{ found: 1, episodes: [ranked()] }],
    [{ found: 1_400, episodes: [ranked(), ranked({ asset: 'FIL', venue: 'gemini' })] }],
    [{ found: 3, episodes: [ranked(), ranked({ asset: 'FIL' }), ranked({ asset: 'DOT' })] }],
  ],
  'declaredWindow.title': [[DECLARED]],
  'declaredWindow.lead': [[DECLARED]],
  'declaredWindow.source': [['Binance']],
  'declaredWindow.more': [[12]],
  placeWords: [['inside'], ['overlapping'], ['outside']],
  declaredSentence: [[DECLARED], [{ ...HOURS, counts: { inside: 2, overlapping: 0, outside: 1 } }]],
  deepestSentence: ['21:20', '21:35', '21:36', '22:16', '22:20'].map((minute) => [
    HOURS,
    ranked({ peakMinute: `2025-10-10T${minute}Z` }),
  ]),
  pathSentence: [
    [[path('BTC', -0.1064), path('ATOM', -0.5312)], '2025-10-10T20:00Z'],
    [[path('BTC', -0.1064)], '2025-10-10T20:00Z'],
    [[path('BTC', null), path('ATOM', 0.01)], '2025-10-10T20:00Z'],
  ],
  'gantt.declared': [['binance']],
  'gantt.label': [['ATOM', '−99.94 %']],
  'gantt.description': [['ATOM −99.94 %']],
  'gantt.deepest': [['ATOM', 'binance', '−99.94 %']],
  'gantt.drawn': [
    [14, 14],
    [200, 1_400],
  ],
  'eventEpisodes.against': [
    [true, 0.05],
    [false, 0.05],
  ],
  'eventEpisodes.more': [[200, 1_400]],
  eventNotes: [
    [{ found: 14, listed: 14, within: 0 }],
    [{ found: 1_400, listed: 1_000, within: 1 }],
    [{ found: 14, listed: 14, within: 3 }],
  ],
  eventIsChanging: [[]],
  'noEvent.line': [['CRASH']],
};

export const yardsticks: Samples<'yardsticks'> = {
  yardstickName: YARDSTICKS.map((yardstick) => [yardstick]),
  yardstickRule: YARDSTICKS.map((yardstick) => [yardstick]),
  beyondSentence: [
    [12, 14],
    [1, 1],
    [0, 2],
  ],
};
