import { join } from 'node:path';
import type { WebApp } from '../webApp';
import { shown, type Aim } from './aims';
import { links, spelledOut, window } from './links';
import { load, perSecond, type Load, type OneLink } from './load';
import { ACCEPT, laidDownAsPackedWell, withBareServer } from './yardstick';

/** Readers of one link at the same time. */
const READERS = 2_000;
const SECONDS = 8;

interface Kind {
  readonly name: string;
  readonly path: string;
  /** Answers a second. */
  readonly aim: number;
  /** Of the server's processor time an answer; undefined: none is asked for. */
  readonly cpuAimMs: number | undefined;
}

const P99_AIM_MS = 250;
const [DATA, HTML] = [
  { aim: 3_000, cpuAimMs: 0.4 },
  { aim: 800, cpuAimMs: undefined },
] as const;

/** One kind of answer under load, and a bare server that sends the same bytes. */
interface Row extends Kind {
  /** Every reader asks again at once. */
  readonly most: Load;
  /** As many answers a second as are aimed at, asked evenly. */
  readonly even: Load;
  readonly bare: Load;
  readonly bareEven: Load;
}

async function rowOf(app: WebApp, kind: Kind, folder: string): Promise<Row> {
  const file = join(folder, 'same-bytes');
  const address = `${app.address}${kind.path}`;
  const headers = await laidDownAsPackedWell(address, file);
  const how = { kind: 'one-link', expected: file, seconds: SECONDS } as const;
  const most: OneLink = { ...how, path: kind.path, perSecond: undefined };
  const even: OneLink = { ...how, path: kind.path, perSecond: kind.aim };
  const under = (server: { origin: string; pid: number }, one: OneLink): Promise<Load> =>
    load(server.pid, { origin: server.origin, connections: READERS, accept: ACCEPT, how: one });
  const own = { origin: app.address, pid: app.pid };
  return {
    ...kind,
    most: await under(own, most),
    even: await under(own, even),
    ...(await withBareServer({ file, headers }, async (bare) => ({
      bare: await under(bare, most),
      bareEven: await under(bare, even),
    }))),
  };
}

const line = ({ name, aim, most, even, bare, bareEven }: Row): string =>
  `| ${[
    name,
    (most.bytes / most.answers / 1_000).toFixed(1),
    shown(perSecond(most)),
    shown(most.p99Ms),
    shown(most.serverCpuMs / most.answers),
    shown(most.cpuMs / most.answers),
    `${(perSecond(most) / perSecond(bare)).toFixed(2)} × ${shown(perSecond(bare))}`,
    shown(bare.serverCpuMs / bare.answers),
    `${shown(even.p99Ms)} at ${shown(perSecond(even))} of ${String(aim)}/s`,
    shown(bareEven.p99Ms),
  ].join(' | ')} |`;

const aimsOf = ({ name, aim, cpuAimMs, most, even }: Row): readonly Aim[] => [
  { name: `one link, ${name}: answers`, aim, measured: perSecond(most), unit: '/s', wants: 'more' },
  ...(cpuAimMs === undefined
    ? []
    : [
        {
          name: `one link, ${name}: the server's processor time an answer`,
          aim: cpuAimMs,
          measured: most.serverCpuMs / most.answers,
          unit: 'ms',
          wants: 'less',
        } as const,
      ]),
  {
    name: `one link, ${name}: p99 at ${String(aim)}/s`,
    aim: P99_AIM_MS,
    measured: even.p99Ms,
    unit: 'ms',
    wants: 'less',
  },
];

/** Thousands of readers of one link, kind by kind. */
export async function oneLink(
  app: WebApp,
  folder: string,
  say: (line: string) => void,
): Promise<{ readonly lines: readonly string[]; readonly aims: readonly Aim[] }> {
  const kinds: readonly Kind[] = [
    { name: 'data, columns', path: links.columns(window()), ...DATA },
    { name: 'data, JSON', path: links.json(window()), ...DATA },
    { name: 'picture, 1 ×', path: links.picture(window()), ...DATA },
    { name: 'asset page', path: await spelledOut(app.address, links.asset(window())), ...HTML },
    { name: 'minute page', path: await spelledOut(app.address, links.minute(window())), ...HTML },
  ];
  const rows: Row[] = [];
  for (const kind of kinds) {
    say(`load: ${String(READERS)} readers of one ${kind.name}`);
    rows.push(await rowOf(app, kind, folder));
  }
  return {
    lines: [
      `${String(READERS)} connections over loopback ask for one link for ${String(SECONDS)} s, each again as soon as it has its answer; then the same connections as often as is aimed at, evenly, where a wait counts from the moment a request was due. Readers take brotli; every answer is compared with the first, byte for byte. Server and readers are a process each and share the machine's cores; processor time is of all threads of each, without the database's. The yardstick is a bare server of Node's own that sends the same bytes under the same load.`,
      '',
      '| one link | KB an answer | answers/s | p99, ms | server, ms of processor | readers, ms of processor | against the bare server, answers/s | bare server, ms of processor | p99 asked evenly, ms | bare server, ms |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows.map(line),
    ],
    aims: rows.flatMap(aimsOf),
  };
}
