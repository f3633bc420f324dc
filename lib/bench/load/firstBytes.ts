import { join } from 'node:path';
import { request } from 'undici';
import { defaultQuestion } from '../../domain/question';
import { USUAL_LOOK } from '../../domain/pictureLook';
import type { Asset } from '../../domain/market';
import { renderPicture } from '../../evidence/picture';
import { pictureContent } from '../../server/pictures/picture';
import { viewAnswers } from '../../server/views/answers';
import type { Database } from '../../store/connection/database';
import type { Findings } from '../table';
import { Timings } from '../timings';
import type { WebApp } from '../webApp';
import type { Aim } from './aims';
import { links, over, spelledOut, window } from './links';
import { ACCEPT, laidDownAsPackedWell, withBareServer } from './yardstick';

/** Odd, so that the median is a time that was measured. */
const ROUNDS = 25;
const WARM_UPS = 5;

/** Milliseconds to the first byte of an answer. */
async function firstByte(address: string): Promise<number> {
  const began = performance.now();
  const { statusCode, body } = await request(address, { headers: { 'accept-encoding': ACCEPT } });
  const took = performance.now() - began;
  await body.dump();
  if (statusCode !== 200) throw new Error(`${address} answered ${String(statusCode)}`);
  return took;
}

interface Kind {
  readonly name: string;
  /** Of the window so many minutes before the event. */
  readonly pathOf: (minutes: number) => string;
  readonly keptMs: number;
  readonly madeMs: number;
}

const earlier = (minutes: number): ReturnType<typeof window> => window(-minutes);

async function kinds(app: WebApp): Promise<readonly Kind[]> {
  const asset = await spelledOut(app.address, links.asset(window()));
  const minute = await spelledOut(app.address, links.minute(window()));
  return [
    { name: 'asset page', pathOf: (minutes) => over(asset, earlier(minutes)), keptMs: 15, madeMs: 60 },
    { name: 'minute page', pathOf: (minutes) => over(minute, earlier(minutes)), keptMs: 15, madeMs: 60 },
    { name: 'picture, 1 ×', pathOf: (minutes) => links.picture(earlier(minutes)), keptMs: 5, madeMs: 300 },
    { name: 'data, columns', pathOf: (minutes) => links.columns(earlier(minutes)), keptMs: NaN, madeMs: NaN },
    { name: 'data, JSON', pathOf: (minutes) => links.json(earlier(minutes)), keptMs: NaN, madeMs: NaN },
  ];
}

const computed = (name: string): string => `${name}, computed`;
const kept = (name: string): string => `${name}, kept`;
const bare = (name: string): string => `${name}, the same bytes from a bare server`;
const LARGE = 'picture, 2 ×, made in process';

/** As the app draws them unasked, at 2 ×: one made by itself, from the database to its bytes. */
async function largePicture(database: Database, minutes: number): Promise<void> {
  const range = earlier(minutes);
  const view = {
    question: defaultQuestion('ATOM' as Asset, range),
    scale: 'auto',
    focus: undefined,
    lines: [],
    minute: undefined,
  } as const;
  const found = await viewAnswers({ database, simulated: true }, view);
  if (!found.ok) throw new Error('the window has no picture');
  renderPicture(pictureContent(found.value, undefined, { look: USUAL_LOOK }));
}

/** How soon the first byte comes: of what nobody asked for yet, and of the same again. One request at a time. */
export async function firstBytes(
  app: WebApp,
  database: Database,
  folder: string,
): Promise<{ readonly findings: Findings; readonly aims: readonly Aim[] }> {
  const [timings, discarded] = [new Timings(), new Timings()];
  const all = await kinds(app);
  const file = join(folder, 'same-bytes');
  for (const { name, pathOf } of all) {
    const headers = await laidDownAsPackedWell(`${app.address}${pathOf(0)}`, file);
    await withBareServer({ file, headers }, async ({ origin }) => {
      for (let round = 1 - WARM_UPS; round <= ROUNDS; round += 1) {
        const into = round < 1 ? discarded : timings;
        const address = `${app.address}${pathOf(round + WARM_UPS)}`;
        into.note(computed(name), await firstByte(address));
        into.note(kept(name), await firstByte(address));
        into.note(bare(name), await firstByte(`${origin}/`));
      }
    });
  }
  for (let round = 1 - WARM_UPS; round <= ROUNDS; round += 1)
    await (round < 1 ? discarded : timings).clock(LARGE, () => largePicture(database, round + WARM_UPS));
  const aims = all.flatMap(({ name, keptMs, madeMs }): readonly Aim[] =>
    [
      { name: kept(name), aim: keptMs },
      { name: computed(name), aim: madeMs },
    ].flatMap((one) =>
      Number.isNaN(one.aim) ? [] : [{ ...one, measured: timings.of(one.name).medianMs, unit: 'ms', wants: 'less' }],
    ),
  );
  return {
    findings: {
      title: 'The first byte of what was asked for before, and of what was not',
      about:
        'Four hours of every venue held, over loopback, one request at a time, brotli taken; each computed answer is of a window that nobody asked for, kept is the same again.',
      timings,
      figures: [
        ...all.flatMap(({ name }) =>
          [computed(name), kept(name), bare(name)].map((row) => ({ name: row, yardstick: bare(name) })),
        ),
        { name: LARGE, yardstick: bare('picture, 1 ×') },
      ],
    },
    aims: [...aims, { name: LARGE, aim: 300, measured: timings.of(LARGE).medianMs, unit: 'ms', wants: 'less' }],
  };
}
