import { describe, expect, it } from 'vitest';
import { logAnswerOf } from '@/lib/claims/orderLog/answer';
import { openLog, readLog } from '@/lib/claims/orderLog/read';
import { Tally } from '@/lib/claims/orderLog/tally';
import { logFile } from '@/lib/claims/testing/orderLogs';
import { orderLogText } from '@/lib/words/en/cli/orderlog';
import { minutesCsv, resultMarkdown } from './forms';

const LINE =
  '{"time":"2025-10-11T05:12:00+08:00","code":-2010,"msg":"NEW_ORDER_REJECTED","note":"RECONSTRUCTED EXAMPLE"}\n';

async function counted(text: string) {
  const [file, tally] = [logFile(text, [7]), new Tally()];
  const { layout } = await openLog(file);
  const shown = await readLog(file, layout, {}, tally);
  return logAnswerOf([{ name: file.name, layout, said: {}, ...shown, sameAs: undefined }], tally.counts);
}

describe('what is saved of an order log', () => {
  it('says that it is of the worked example, whatever the file is called', async () => {
    const answer = await counted(LINE);
    expect([answer.reconstructed, answer.files[0]?.reconstructed]).toEqual([true, true]);
    expect(minutesCsv(answer)).toBe(
      'minute,outcome,layer,family,code,count,reduce_only,reconstructed\n2025-10-10T21:12Z,rejected,business,binance,-2010,1,0,true\n',
    );
    expect(resultMarkdown(answer)).toContain('**RECONSTRUCTED EXAMPLE · Reconstructed example.** No exchange exported');
    expect(resultMarkdown(answer)).toContain('- bot.log (UTC): RECONSTRUCTED EXAMPLE');
    expect(orderLogText(answer)).toMatch(
      /^RECONSTRUCTED EXAMPLE\. [\s\S]+\nbot\.log: RECONSTRUCTED EXAMPLE, read as json/,
    );
  });

  it('says nothing of the kind of any other', async () => {
    const answer = await counted(LINE.replace('RECONSTRUCTED EXAMPLE', ''));
    expect(answer.reconstructed).toBe(false);
    for (const text of [resultMarkdown(answer), orderLogText(answer)]) expect(text).not.toMatch(/reconstructed/i);
    expect(minutesCsv(answer)).toMatch(/,false\n$/);
  });
});
