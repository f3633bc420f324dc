import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { deviationsAnswer } from '../../api/deviations';
import { answerOfColumns } from '../../api/columns/decode';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { highWaterOf } from '../highWater';
import type { WebApp } from '../webApp';
import { shown, type Aim } from './aims';
import { links, over, spelledOut, window } from './links';
import { load, perSecond, type Load } from './load';
import { ACCEPT, laidDown, withBareServer } from './yardstick';

/** Readers who each look at another view. */
const VIEWERS = 32;
const VIEWS = 500;
const PER_SECOND = 150;
const P99_MS = 1_000;
const MEMORY_MB = 400;
const MEGABYTE = 1e6;

/** The window an answer says that it is of. */
interface Said {
  readonly from: string;
  readonly to: string;
}

interface Kind {
  readonly name: string;
  readonly paths: readonly string[];
  readonly read: (body: Buffer) => Said;
}

/** Each another minute, none of them asked for before. */
const WINDOWS: readonly MinuteRange[] = Array.from({ length: VIEWS }, (_, i) => window(-60 - i));

function check({ name, read }: Kind, folder: string): void {
  WINDOWS.forEach((range, i) => {
    const { from, to } = read(readFileSync(join(folder, String(i))));
    if (from !== formatMinute(range.from) || to !== formatMinute(range.to))
      throw new Error(
        `${name}: asked for ${formatMinute(range.from)} to ${formatMinute(range.to)}, got ${from} to ${to}`,
      );
  });
}

const plain = (body: Buffer): Buffer => brotliDecompressSync(body);

/** The window stands in the page's own head: the picture that its preview shows is of it. */
function pageWindow(html: string): Said {
  const [, from = '', to = ''] = /\.png\?[^"]*?from=([^&"]+)&amp;to=([^&"]+)/.exec(html) ?? [];
  return { from: decodeURIComponent(from), to: decodeURIComponent(to) };
}

async function kinds(app: WebApp): Promise<readonly Kind[]> {
  const page = await spelledOut(app.address, links.asset(window()));
  return [
    {
      name: 'data, columns',
      paths: WINDOWS.map(links.columns),
      read: (body) => answerOfColumns(plain(body)),
    },
    {
      name: 'data, JSON',
      paths: WINDOWS.map(links.json),
      read: (body) => deviationsAnswer.parse(JSON.parse(plain(body).toString())),
    },
    {
      name: 'asset page',
      paths: WINDOWS.map((range) => over(page, range)),
      read: (body) => pageWindow(plain(body).toString()),
    },
  ];
}

/** Hundreds of views that nobody asked for yet, each kind by a server just begun. */
export async function views(
  start: () => Promise<WebApp>,
  folder: string,
  say: (line: string) => void,
): Promise<{ readonly lines: readonly string[]; readonly aims: readonly Aim[] }> {
  const rows: { readonly name: string; readonly took: Load; readonly bare: Load; readonly memoryMb: number }[] = [];
  const into = join(folder, 'views');
  mkdirSync(into, { recursive: true });
  for (const at of [0, 1, 2]) {
    const app = await start();
    try {
      const kind = (await kinds(app))[at] as Kind;
      say(`load: ${String(VIEWS)} different views, ${kind.name}`);
      const { name, paths } = kind;
      const asked = { connections: VIEWERS, accept: ACCEPT, how: { kind: 'each-once', paths, into } } as const;
      const took = await load(app.pid, { ...asked, origin: app.address });
      const memoryMb = highWaterOf(app.pid) / MEGABYTE;
      check(kind, into);
      const file = join(folder, 'same-bytes');
      const headers = await laidDown(`${app.address}${paths[0] ?? ''}`, file);
      const bare = await withBareServer({ file, headers }, ({ origin, pid }) => load(pid, { ...asked, origin }));
      rows.push({ name, took, bare, memoryMb });
    } finally {
      await app.stop();
    }
  }
  return {
    lines: [
      `${String(VIEWS)} different views (four hours of every venue, each another minute), ${String(VIEWERS)} connections, each view asked for once of a server just begun; every answer is read and must be of the window asked for. Memory is the most that the server's process ever had. The yardstick is a bare server of Node's own that sends the first view's bytes as often.`,
      '',
      '| different views | views/s | p50, ms | p99, ms | server, ms of processor | memory, MB | bare server, views/s |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows.map(
        ({ name, took, bare, memoryMb }) =>
          `| ${[name, shown(perSecond(took)), shown(took.p50Ms), shown(took.p99Ms), shown(took.serverCpuMs / took.answers), shown(memoryMb), shown(perSecond(bare))].join(' | ')} |`,
      ),
    ],
    aims: rows.flatMap(({ name, took, memoryMb }): readonly Aim[] => [
      { name: `different views, ${name}`, aim: PER_SECOND, measured: perSecond(took), unit: '/s', wants: 'more' },
      { name: `different views, ${name}: p99`, aim: P99_MS, measured: took.p99Ms, unit: 'ms', wants: 'less' },
      { name: `different views, ${name}: memory`, aim: MEMORY_MB, measured: memoryMb, unit: 'MB', wants: 'less' },
    ]),
  };
}
