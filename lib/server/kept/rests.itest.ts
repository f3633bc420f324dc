import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultQuestion } from '../../domain/question';
import type { Asset } from '../../domain/market';
import { promised } from '../../domain/unit';
import type { ListView } from '../../permalink/lists';
import { readScan } from '../../permalink/scan';
import { collecting, Reading } from '../../store/connection/reading';
import { changesSince, type ChangedBook } from '../../store/changes/changes';
import { addErratum } from '../../store/errata/errata';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, attempt, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { deviationsColumns } from '../columns/deviationsColumns';
import { coverage } from '../coverage/coverage';
import { deviations } from '../deviations/deviations';
import { errataOfList } from '../errata/errata';
import { minuteOf } from '../minutes/minute';
import { assetPage } from '../pages/assetPage';
import { pinned } from '../pinned/pinned';
import { progress } from '../progress/progress';
import { Freshness } from './freshness';
import { Standing } from './standing';

let db: FreshDatabase;
let context: Context;
const minutes = (venue: string, base: string, from: number, quote = 'USD') =>
  answer({ market: spot(venue, base, quote), asked: range(from, from + 5), candles: [candle(at(from), 4)] });
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  await ledgerOf(db).record(
    ['ATOM', 'OSMO', 'BTC'].flatMap((base) =>
      ['binance', 'coinbase', 'kraken'].flatMap((venue) => [0, 1440, 14_400].map((from) => minutes(venue, base, from))),
    ),
  );
});
afterAll(() => db.drop());

async function restsOf(work: () => Promise<unknown>): Promise<Reading> {
  const reading = new Reading();
  await collecting(reading, work);
  return reading;
}

/** What a write is told as, once: what was written before is told again while a transaction is under way on the server, of other tests too. */
async function changesBy(write: () => Promise<unknown>): Promise<readonly ChangedBook[]> {
  const changes: ChangedBook[] = [];
  const freshness = new Freshness({
    changesSince: (xmin) => changesSince(db, xmin),
    onChange: (change) => changes.push(change),
    onLost: () => undefined,
  });
  // The first learns where to begin, the second what is told from there.
  await freshness.check();
  await freshness.check();
  changes.length = 0;
  await write();
  await freshness.check();
  return changes;
}

const written = (...answers: readonly ReturnType<typeof answer>[]): Promise<readonly ChangedBook[]> =>
  changesBy(() => ledgerOf(db).record(answers));

const ATOM = 'ATOM' as Asset;
const question = defaultQuestion(ATOM, range(0, 60));
const analysis = (): Promise<unknown> => deviations(context, question);
const columns = (): Promise<unknown> => deviationsColumns(context, question, {});
const minute = (): Promise<unknown> => minuteOf(context, question, at(3));
const pin = (): Promise<unknown> =>
  pinned(context, {
    question,
    minute: undefined,
    scale: 'auto',
    focus: undefined,
    lines: [],
    digest: `sha256:${'0'.repeat(64)}`,
  });
const page = (): Promise<unknown> => assetPage(context, { asset: 'ATOM' }, new URLSearchParams());
const all = (): Promise<unknown> => coverage(context);

/** Of every asset. */
const LIST: ListView = {
  kind: 'scan',
  asked: promised(readScan({ from: '2025-10-10T00:00Z', to: '2025-10-11T00:00Z' })),
};

describe('a write makes stale what rests on it', () => {
  it.each([
    [
      'a day of the asset',
      [minutes('kraken', 'ATOM', 10)],
      { analysis: true, columns: true, minute: true, pin: true, page: true, all: true },
    ],
    [
      'a distant day of the asset',
      [minutes('kraken', 'ATOM', 14_410)],
      { analysis: false, columns: false, minute: false, pin: true, page: true, all: true },
    ],
    [
      'a day of a book that lends legs',
      [minutes('kraken', 'BTC', 10)],
      { analysis: true, columns: true, minute: true, pin: true, page: false, all: true },
    ],
    [
      'the same day of another asset',
      [minutes('kraken', 'OSMO', 10)],
      { analysis: false, columns: false, minute: false, pin: false, page: false, all: true },
    ],
    [
      'a new book of the asset',
      [minutes('okx', 'ATOM', 14_400)],
      { analysis: true, columns: true, minute: true, pin: true, page: true, all: true },
    ],
    [
      'a first book of a new asset',
      [minutes('okx', 'JUNO', 14_400)],
      { analysis: false, columns: false, minute: false, pin: false, page: true, all: true },
    ],
  ])('%s', async (_, answers, stale) => {
    const rests = {
      analysis: await restsOf(analysis),
      columns: await restsOf(columns),
      minute: await restsOf(minute),
      pin: await restsOf(pin),
      page: await restsOf(page),
      all: await restsOf(all),
    };
    const changes = await written(...answers);
    expect(changes.length).toBeGreaterThan(0);
    const touched = (reading: Reading): boolean =>
      changes.some((change) => new Standing(reading.rests).isTouchedBy(change));
    expect({
      analysis: touched(rests.analysis),
      columns: touched(rests.columns),
      minute: touched(rests.minute),
      pin: touched(rests.pin),
      page: touched(rests.page),
      all: touched(rests.all),
    }).toEqual(stale);
  });

  it('a first answer of a book, and of an asset, of which only requests in vain were stored', async () => {
    const vain = [spot('htx', 'ATOM', 'USD'), spot('htx', 'EVMOS', 'USD')];
    await ledgerOf(db).attempted(vain.map((market) => attempt({ market, asked: range(0, 5) })));
    const rests = await Promise.all([analysis, minute, page].map(restsOf));
    const touched = async (base: string): Promise<readonly boolean[]> => {
      const changes = await written(minutes('htx', base, 0));
      return rests.map((reading) => changes.some((change) => new Standing(reading.rests).isTouchedBy(change)));
    };
    expect(await touched('EVMOS')).toEqual([false, false, true]);
    expect(await touched('ATOM')).toEqual([true, true, true]);
  });

  it.each([
    ['of the asset', 'ATOM', { page: true, list: true }],
    ['of another asset', 'OSMO', { page: false, list: true }],
    ['of an asset nothing is stored of, which an event may name', 'WBETH', { page: true, list: true }],
    ['of every asset', undefined, { page: true, list: true }],
  ])('an erratum %s', async (_, asset, stale) => {
    const list = async (): Promise<unknown> => {
      await errataOfList(db, LIST);
      return coverage(context);
    };
    const rests = { page: await restsOf(page), list: await restsOf(list) };
    const before = await errataOfList(db, LIST);
    const changes = await changesBy(() =>
      addErratum(db, {
        kind: 'erratum',
        asset: asset as Asset | undefined,
        from: undefined,
        to: undefined,
        venue: undefined,
        digest: undefined,
        address: undefined,
        reason: 'A ticker was read as another coin.',
        statement: undefined,
        by: undefined,
        link: undefined,
      }),
    );
    expect(await errataOfList(db, LIST)).toHaveLength(before.length + 1);
    const touched = ({ rests: of }: Reading): boolean => changes.some((change) => new Standing(of).isTouchedBy(change));
    expect({ page: touched(rests.page), list: touched(rests.list) }).toEqual(stale);
  });

  it('what is of this moment alone is told as such', async () => {
    expect((await restsOf(() => progress(context))).rests.isFleeting).toBe(true);
  });

  it('what failed to be read is not kept', async () => {
    const reading = await restsOf(() => db.query('SELECT nothing FROM nowhere').catch(() => undefined));
    expect(reading.rests.isFleeting).toBe(true);
  });
});
