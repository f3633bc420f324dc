import type { Asset } from '../../../domain/market';
import { minuteRange, parseMinute } from '../../../domain/minute';
import { promised } from '../../../domain/unit';
import type { Samples } from './type';

const [FROM, TO] = ['2025-10-10T20:00Z', '2025-10-11T00:00Z'];
const RANGE = minuteRange(promised(parseMinute(FROM)), promised(parseMinute(TO)));

const NOTHING = {
  answered: 0,
  traded: 0,
  noTrade: 0,
  moved: 0,
  setAside: 0,
  refused: 0,
  failed: 0,
  notServed: 0,
  quarantined: 0,
  revised: 0,
};
const MUCH = {
  answered: 240,
  traded: 232,
  noTrade: 6,
  moved: 2,
  setAside: 5,
  refused: 1_200,
  failed: 10,
  notServed: 20,
  quarantined: 7,
  revised: 3,
};

export const coverage: Samples<'coverage'> = {
  shareWords: [
    [1_439_999, 1_440_000],
    [1_440, 1_440],
  ],
  outcomeWords: [['refused'], ['failed'], ['not-served']],
  dayLines: [
    [undefined, 1_440],
    [NOTHING, 1_440],
    [MUCH, 1_440],
  ],
  dayWords: [
    [undefined, 1_440],
    [{ ...NOTHING, failed: 10, notServed: 21, quarantined: 2 }, 1_440],
    [{ ...NOTHING, answered: 1_440, traded: 1_440, quarantined: 1 }, 1_440],
  ],
  rowWords: [
    [{ answeredMinutes: 750, spanMinutes: 1_000, traded: 745 }],
    [{ answeredMinutes: 0, spanMinutes: 0, traded: 0 }],
  ],
  monthWords: [['2025-10'], ['2025-01']],
};

export const coveragePage: Samples<'coveragePage'> = {
  'calendarSteps.assetsShown': [[41, 80, 600]],
  'calendarSteps.daysShown': [['2025-09-10', '2025-10-10']],
  'calendar.gap': [['2025-10-01', '2025-10-03']],
  'calendar.gapOfDays': [['2025-10-01', '2025-10-03', 3]],
  'calendar.days': [[3]],
  'calendar.row': [
    ['Binance ATOM/USDT', '', 'REST klines'],
    ['Binance', 'ATOM/USDT', 'REST klines'],
  ],
  'calendar.cell': [['Binance', '2025-10-10', '1,440 min']],
  requestedWords: [
    [FROM, FROM],
    [FROM, TO],
  ],
  rangeWords: [[FROM, TO]],
  'replies.lead': [[FROM, TO]],
  'replies.more': [[20, 1_234]],
  'coverageHead.title': [[undefined], ['ATOM']],
  'coverageHead.lead': [[undefined], ['ATOM']],
  'coverageHead.calendar': [[undefined], ['ATOM']],
};

const ATOM = { asset: 'ATOM', name: 'ATOM', from: FROM, to: TO, markets: 2 };

export const revisionNotes: Samples<'revisionNotes'> = {
  comparedNotes: [
    [{ compared: [], range: undefined, asset: undefined }],
    [{ compared: [], range: undefined, asset: 'ATOM' as Asset }],
    [{ compared: [{ ...ATOM, markets: 0 }], range: RANGE, asset: 'ATOM' as Asset }],
    [{ compared: [ATOM], range: undefined, asset: undefined }],
    [{ compared: [ATOM], range: RANGE, asset: undefined }],
    [{ compared: [ATOM, { ...ATOM, to: '2025-10-10T23:00Z' }], range: undefined, asset: undefined }],
  ],
  timeframesNote: [
    [0, RANGE],
    [3, RANGE],
    [3, undefined],
  ],
  cutNote: [
    ['revisions', 20_000, 20_000],
    ['revisions', 20_001, 20_000],
    ['quarantined', 20_001, 20_000],
  ],
};

export const revisionsPage: Samples<'revisionsPage'> = {
  'sourcePairs.lead': [[undefined], [{ from: FROM, to: TO }]],
  'revisedCandles.firstSeen': [[FROM]],
  'revisedCandles.seenAgain': [[TO]],
  'longerCandles.seen': [['5m 3 ~ 4', FROM]],
  worstOf: [[20, 1_234]],
  newestOf: [[20, 1_234]],
  'revisionsHead.title': [[undefined], ['ATOM']],
};

export const overview: Samples<'overview'> = {
  storedInBrief: [
    [{ assets: 1, venues: 1, candles: 1, from: FROM, to: TO }],
    [{ assets: 2, venues: 2, candles: 1_480, from: '2025-10-09T00:00Z', to: TO }],
  ],
};

export const verifyPage: Samples<'verifyPage'> = {
  'filePicker.limit': [[32]],
  'verifyStages.reading': [['ATOM.png']],
  'verdictFacts.keyInUse': [['2026-01-01T00:00:00.000Z']],
  'verdictFacts.keyRetired': [['2026-01-01T00:00:00.000Z', '2026-02-02T10:20:00.000Z']],
  'changeWords.moreRows': [[1_001]],
  'stampWords.stamped': [['2026-11-28 10:20:30', 'Example Time Authority']],
};

export const auditPage: Samples<'auditPage'> = {
  'auditProblems.manyDays': [[1_200, 120]],
  'auditFile.leaveOutFile': [['1.2']],
  'zoneWarning.says': [['UTC', 3, 'UTC+8', 291, 300]],
  'zoneWarning.use': [['UTC+8']],
  'auditTotals.measured': [[478, 1_500]],
  'auditTotals.weak': [[2, '1,204.50 USD']],
  'auditTotals.within': [[22]],
  'auditTotals.outside': [[7]],
  'auditTotals.flags': [[3, 1]],
  'auditTotals.unreadFees': [[1], [12]],
  'officialRule.unknown': [[4]],
  'officialRule.fills': [[12]],
  'officialRule.first': [[100, 1_200]],
  'auditTables.episodeName': [
    ['Binance ATOM/USDT', true, '2025-10-10 21:20–21:25 UTC'],
    ['Binance ATOM/USDT', false, '2025-10-10 21:20–21:25 UTC'],
  ],
  'auditTables.more': [[980]],
  'auditRows.lead': [[4, 504]],
  'auditRows.unreadFees': [[1], [12]],
  'auditRows.unended': [[504]],
  'auditRows.sameAs': [['1']],
  'auditRows.repeated': [[1], [120]],
  'auditRows.ordersOfTrades': [[1], [12]],
  'auditRows.ordersBeside': [
    ['A', 'Binance', 1],
    ['B', 'OKX', 12],
  ],
  'auditLimits.peers': [[3]],
  'auditCurves.account': [['A']],
  'auditCurves.step': [[1_440]],
  'auditCurves.description': [['A', '2025-10-10 21:20 UTC', '1,204.50', '1,300.00', '95.50']],
  'auditContracts.one': [
    ['ATOM-USDT-SWAP', 12, 'ATOM'],
    ['ATOM-USD-SWAP', 1, 'USD'],
  ],
  'auditShare.sides': [[12, 4]],
  'auditShare.weak': [[3]],
  'auditShare.rule': [[4, 2, 1]],
  'auditShare.file': [['1', 'Binance', 120, 121]],
};

export const orderLogPage: Samples<'orderLogPage'> = {
  'logTotals.attempts': [[214, 1_500]],
  'logTotals.run': [[132]],
  'logTotals.withoutCode': [[611, 12]],
  'logTotals.beyond': [[7]],
  'logTotals.sameAs': [['2.log', '1.log']],
  'logTotals.unended': [['1.log', 1_504]],
  'logMinutes.more': [[100]],
  'logLines.lead': [[4, 1_504]],
  'logStrip.minute': [['2025-10-10T21:16Z', 12, 7, 3]],
  'logStrip.together': [[31, 106, 74]],
  'logStrip.lead': [[6], [-3]],
  'logStrip.lag': [[0], [6], [-3]],
};

export const changes: Samples<'changes'> = {
  'bookChanges.minutes': [[1], [1_021]],
  'bookChanges.more': [[1_001]],
};

export const embed: Samples<'embed'> = { 'embedded.source': [['Binance, OKX']] };
