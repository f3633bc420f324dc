import { createHash } from 'node:crypto';
import type { Asset } from '../../../domain/market';
import { minuteRange, plus } from '../../../domain/minute';
import { PICTURE_SIZES, PICTURE_THEMES, USUAL_LOOK, type PictureLook } from '../../../domain/pictureLook';
import { defaultQuestion } from '../../../domain/question';
import { VIEW_FORMS } from '../../../permalink/forms';
import { readList, type ListView } from '../../../permalink/lists';
import type { View } from '../../../permalink/view';
import { openDatabase } from '../../../store/connection/database';
import { LANGUAGES } from '../../../words/languages';
import type { Context } from '../../context';
import { speakingAs } from '../../language/speaking';
import { loadTranslations } from '../../language/translations';
import { exportPicture } from '../../pictures/export';
import { MIXED_FROM, MIXED_MINUTES } from '../../testing/mixedQuotes';
import { listFile } from '../lists/listFile';
import { viewFile } from '../viewFile';

// Makes sixty views in all their forms, and prints a line a file: its name and its SHA-256. Arguments: the databases of the rehearsal and of
// real candles. What the process itself is set to is printed first.

const VIEWS = 60;
/** A bundle holds a picture at full size. */
const BUNDLED_EACH = 30;
const DATA_FORMS = ['svg', 'json', 'csv', 'parquet', 'md'] as const;

const print = (name: string, bytes: Uint8Array | string): void => {
  process.stdout.write(`${name} ${createHash('sha256').update(bytes).digest('hex')}\n`);
};

/** Of a few minutes to half an hour; every third marks a minute. */
function viewOf(i: number): View {
  const from = plus(MIXED_FROM, (i * 7) % (MIXED_MINUTES - 35));
  const range = minuteRange(from, plus(from, 5 + ((i * 11) % 30)));
  const references = [{ kind: 'others' }, { kind: 'all' }, { kind: 'vwm' }] as const;
  return {
    question: {
      ...defaultQuestion((i % 5 === 4 ? 'DOGE' : 'ATOM') as Asset, range),
      reference: references[i % references.length] ?? references[0],
      minPeers: 2 + (i % 2),
      enter: [0.005, 0.02, 0.1][i % 3] ?? 0.02,
    },
    scale: 'auto',
    focus: undefined,
    lines: [],
    minute: i % 3 === 0 ? plus(from, 2) : undefined,
  };
}

/** Every frame and theme, smaller than they are given out. */
const lookOf = (i: number): PictureLook => ({
  size: PICTURE_SIZES[i % PICTURE_SIZES.length] ?? 'wide',
  theme: PICTURE_THEMES[i % PICTURE_THEMES.length] ?? 'light',
  density: 1,
});

async function makeView(context: Context, i: number): Promise<void> {
  const [view, look] = [viewOf(i), lookOf(i)];
  const picture = await exportPicture(context, view, { look });
  if (!picture.ok) throw new Error(picture.message);
  print(`${String(i)}.png`, picture.value.png);
  for (const form of i % BUNDLED_EACH === 0 ? ([...DATA_FORMS, 'zip'] as const) : DATA_FORMS) {
    const file = await viewFile(context, view, form, { look });
    if (!file.ok) throw new Error(file.message);
    print(`${String(i)}.${form}`, file.value.bytes);
  }
}

function lists(): readonly ListView[] {
  const window = { from: '2025-10-10T21:00Z', to: '2025-10-10T22:00Z' };
  return [
    readList('events', undefined, {}),
    readList('events', '2025-10-10', {}),
    readList('lows', undefined, window),
    readList('scan', undefined, window),
    readList('venues', undefined, window),
    readList('venues', 'binance', window),
    readList('compare', undefined, { ...window, markets: 'binance:ATOM/USDT,kraken:ATOM/USD' }),
  ].map((read) => {
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    return read.value;
  });
}

/** Its bundle holds the picture at full size. */
async function makeList(context: Context, list: ListView): Promise<void> {
  for (const form of VIEW_FORMS) {
    const file = await listFile(context, list, form, { look: { ...USUAL_LOOK, density: 1 } });
    if (!file.ok) throw new Error(file.message);
    print(file.value.fileName, file.value.bytes);
  }
}

const [rehearsal = '', real = ''] = process.argv.slice(2);
const databases = [rehearsal, real].map((url) => openDatabase(url));
const contexts = databases.map((database, i): Context => ({ database, simulated: i === 0 }));
loadTranslations();
const at = new Date(Date.UTC(2025, 9, 10, 21, 20));
process.stdout.write(`${at.toLocaleString()} ${(1234.5).toLocaleString()}\n`);
for (let i = 0; i < VIEWS; i += 1) {
  const language = LANGUAGES[i % LANGUAGES.length] ?? 'en';
  const context = contexts[i % contexts.length];
  if (context !== undefined) await speakingAs({ language, isChosen: true }, () => makeView(context, i));
}
for (const [i, list] of lists().entries())
  for (const context of contexts)
    await speakingAs({ language: LANGUAGES[i % LANGUAGES.length] ?? 'en', isChosen: true }, () =>
      makeList(context, list),
    );
await Promise.all(databases.map((database) => database.close()));
