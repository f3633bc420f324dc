import { describe, expect } from 'vitest';
import { logAnswerOf } from '../claims/orderLog/answer';
import { openLog, readLog } from '../claims/orderLog/read';
import { Tally } from '../claims/orderLog/tally';
import { orderLogAnswer } from '../api/orderLog';
import { LOG_FORMS, logFile, madeLedger, madeLog } from '../claims/testing/orderLogs';
import { fuzzed } from './testing/fuzzed';
import { textsLike } from './testing/importedFiles';

const LOGS = LOG_FORMS.map((form) => madeLog(form, madeLedger(1, 12), { east: 480, flawEvery: 5 }).text);

describe('an order log that a stranger drops', () => {
  fuzzed('is counted, each of its lines an entry, a part of one, or a flaw', {
    perMille: 20,
    of: textsLike(LOGS),
    check: async (bytes) => {
      const file = { ...logFile(''), chunks: logFile(new TextDecoder('latin1').decode(bytes), [97]).chunks };
      const said = { zone: 480, year: 2025 };
      const { layout } = await openLog(file, said);
      const tally = new Tally();
      const shown = await readLog(file, layout, said, tally);
      const { counts } = tally;
      expect(counts.rejected + counts.accepted + counts.withoutCode + counts.outsidePeriod).toBe(counts.entries);
      expect(counts.layers.transport + counts.layers.business + counts.layers.unknown).toBe(counts.rejected);
      orderLogAnswer.parse(logAnswerOf([{ name: 'bot.log', layout, said, ...shown, sameAs: undefined }], counts));
    },
  });
});
