import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
/** Two cruises of a handful of files; the machine may be busy with the other checks. */
const PATIENCE_MS = 60_000;

/** A tree that keeps the rules: each room holds a file and enters one it may enter. */
const CLEAN: Readonly<Record<string, string>> = {
  'app/page.tsx':
    "import { serve } from '@/lib/server/serve';\nimport { Card } from '../components/card';\nexport const page = [serve, Card];\n",
  'components/later.ts': "export const later = (): Promise<unknown> => import('./pinned/PinnedAnswer');\n",
  'components/pinned/PinnedAnswer.tsx': 'export const PinnedAnswer = 1;\n',
  'components/card.tsx':
    "import { ask } from '@/lib/client/ask';\nimport { operation } from '@/lib/api/client/operations';\nimport * as echarts from 'echarts';\nexport const Card = [ask, operation, echarts];\n",
  'lib/domain/word.ts': 'export const word = 1;\n',
  'lib/analysis/kernel.ts': "import { word } from '../domain/word';\nexport const kernel = word;\n",
  'lib/api/contract.ts': "import { word } from '../domain/word';\nexport const contract = word;\n",
  'lib/api/client/operations.ts': "export const operation = (): Promise<unknown> => import('../contract');\n",
  'lib/api/contract.test.ts':
    "import { kept } from '../store/kept';\nimport { contract } from './contract';\nexport const tested = [contract, kept];\n",
  'lib/charts/option.ts': "import type { EChartsOption } from 'echarts';\nexport type Option = EChartsOption;\n",
  'lib/client/ask.ts': "export const ask = (): Promise<unknown> => import('../api/contract');\n",
  'lib/ingest/door.ts': "import ccxt from 'ccxt';\nexport const door = ccxt;\n",
  'lib/store/kept.ts': "import { Pool } from 'pg';\nexport const kept = Pool;\n",
  'lib/server/serve.ts':
    "import { kernel } from '../analysis/kernel';\nimport { kept } from '../store/kept';\nexport const serve = [kernel, kept];\n",
  'lib/cli/commands/ask.ts': 'export const ask = 1;\n',
  'lib/cli/table.ts': "export const load = (): Promise<unknown> => import('./commands/ask');\n",
  'lib/cli/command.ts':
    "import { readFileSync } from 'node:fs';\nimport { door } from '../ingest/door';\nexport const command = [readFileSync, door];\n",
};

/** File, what is planted in it, and the rule that must name it. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['lib/domain/entersStore.ts', "import '../store/kept';", 'domain-enters-only-what-it-may'],
  ['lib/analysis/entersStore.ts', "import '../store/kept';", 'analysis-enters-only-what-it-may'],
  [
    'lib/analysis/entersServerForATypeAlone.ts',
    "import type { serve } from '../server/serve';\nexport type Served = typeof serve;",
    'analysis-enters-only-what-it-may',
  ],
  ['lib/charts/entersAnalysis.ts', "import '../analysis/kernel';", 'charts-enters-only-what-it-may'],
  ['lib/ingest/entersStore.ts', "import '../store/kept';", 'ingest-enters-only-what-it-may'],
  ['lib/simulator/entersIngest.ts', "import '../ingest/door';", 'simulator-enters-only-what-it-may'],
  ['lib/client/entersServer.ts', "import '../server/serve';", 'client-enters-only-what-it-may'],
  ['lib/server/entersPage.ts', "import '../../app/page';", 'server-enters-only-what-it-may'],
  ['lib/analysis/readsFiles.ts', "import 'node:fs';", 'pure-rooms-know-no-node'],
  ['lib/permalink/asksTheMachine.ts', "import os from 'os';\nexport const host = os;", 'pure-rooms-know-no-node'],
  ['app/entersIngest.tsx', "import '@/lib/ingest/door';", 'pages-use-server-client-and-components'],
  ['app/entersStore.tsx', "import '../lib/store/kept';", 'pages-use-server-client-and-components'],
  ['lib/server/entersIngest.ts', "import '../ingest/door';", 'the-server-enters-the-ingester-in-one-place'],
  ['app/reachesIngestThroughServer.tsx', "import '../lib/server/compares';", 'the-web-app-never-loads-the-ingester'],
  ['components/entersStore.tsx', "import '@/lib/store/kept';", 'components-know-no-server'],
  [
    'components/linksPastTheListener.tsx',
    "import Link from 'next/link';\nexport const link = Link;",
    'links-are-followed-by-one-listener',
  ],
  ['lib/client/loadsAContractAtOnce.ts', "import '../api/contract';", 'contracts-come-on-demand'],
  ['lib/api/limits.ts', "import 'zod';", 'contracts-come-on-demand'],
  ['lib/api/client/loadsAContractAtOnce.ts', "import '../contract';", 'contracts-come-on-demand'],
  ['lib/api/client/entersServer.ts', "import '../../server/serve';", 'api/client-enters-only-what-it-may'],
  ['lib/api/entersTheClient.ts', "import './client/operations';", 'api-enters-only-what-it-may'],
  ['components/asset/loadsTheTables.tsx', "import './AnalysisTables';", 'these-come-after-the-paint'],
  ['components/frame/loadsShortening.ts', "import '../../lib/permalink/short/short';", 'these-come-after-the-paint'],
  ['lib/cli/loadsEveryCommand.ts', "import './commands/ask';", 'a-command-loads-on-demand'],
  ['lib/server/http/drawsPictures.ts', "import '../pictures/picture';", 'questions-are-read-without-what-draws'],
  ['lib/server/http/verifiesLists.ts', "import '../verify/list';", 'questions-are-read-without-what-draws'],
  ['lib/server/pack/loadsDocuments.ts', "import '../../evidence/pdf/packPdf';", 'documents-come-on-demand'],
  ['lib/cli/secondDoorToCcxt.ts', "import 'ccxt';", 'ccxt-has-one-door'],
  ['lib/store/thirdDoorToCcxt.ts', "import 'ccxt';", 'ccxt-has-one-door'],
  ['lib/server/secondDoorToTheDatabase.ts', "import 'pg';", 'the-database-has-one-door'],
  ['lib/client/holdsAChart.ts', "import 'echarts';", 'chart-instances-live-in-components'],
  [
    'lib/charts/loadsTheLibrary.ts',
    "import { graphic } from 'echarts';\nexport const shape = graphic;",
    'options-come-without-the-drawing-library',
  ],
  ['lib/domain/circleA.ts', "import { b } from './circleB';\nexport const a = (): unknown => b;", 'no-circles'],
  [
    'lib/domain/circleOfTypesA.ts',
    "import type { B } from './circleOfTypesB';\nexport type A = B | undefined;",
    'no-circles',
  ],
  ['lib/api/importsATest.ts', "import './contract.test';", 'not-to-tests'],
  ['lib/domain/importsNothingThere.ts', "import './nowhere';", 'not-to-unresolvable'],
];
/** What the planted files lean on. */
const BESIDE: Readonly<Record<string, string>> = {
  'lib/domain/circleB.ts': "import { a } from './circleA';\nexport const b = (): unknown => a;\n",
  'lib/domain/circleOfTypesB.ts':
    "import type { A } from './circleOfTypesA';\nexport interface B {\n  readonly a: A;\n}\n",
  'lib/server/reproduce/compare.ts': "import '../../ingest/door';\n",
  'lib/server/compares.ts': "import './reproduce/compare';\n",
  'components/asset/AnalysisTables.tsx': 'export const AnalysisTables = 1;\n',
  'lib/server/pictures/picture.ts': 'export const picture = 1;\n',
  'lib/server/verify/list.ts': 'export const list = 1;\n',
  'lib/evidence/pdf/packPdf.ts': 'export const packPdf = 1;\n',
  'lib/permalink/short/short.ts': 'export const short = 1;\n',
};

let folder: string;

function lay(tree: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, tree, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The rules and the compiler's settings as they are, over packages that exist in name alone. */
function furnish(tree: string): void {
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, tree, name));
  lay(tree, { 'package.json': '{"dependencies":{"ccxt":"1","pg":"1","zod":"4","echarts":"1","next":"1"}}' });
  lay(tree, { 'node_modules/next/link.js': 'module.exports = {};\n' });
  for (const name of ['ccxt', 'pg', 'zod', 'echarts', 'next']) {
    lay(tree, {
      [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js"}`,
      [`node_modules/${name}/index.js`]: 'module.exports = {};\n',
    });
  }
}

interface Cruised {
  readonly code: number;
  readonly said: string;
}

/** Runs the rules over a tree; resolves however it ends. */
const cruise = (tree: string): Promise<Cruised> =>
  new Promise((resolve) => {
    const args = [CRUISER, 'app', 'components', 'lib', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'];
    execFile(
      process.execPath,
      args,
      { cwd: join(folder, tree), env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } },
      (failure, stdout, stderr) => {
        resolve({ code: failure === null ? 0 : Number(failure.code), said: stdout + stderr });
      },
    );
  });

let clean: Cruised;
let planted: Cruised;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-layers-')));
  furnish('clean');
  lay('clean', CLEAN);
  furnish('planted');
  lay('planted', { ...CLEAN, ...BESIDE, ...Object.fromEntries(PLANTED.map(([file, text]) => [file, `${text}\n`])) });
  [clean, planted] = await Promise.all([cruise('clean'), cruise('planted')]);
}, PATIENCE_MS);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the layer rules', () => {
  it('let a tree pass that keeps them', () => {
    expect(clean).toMatchObject({ code: 0, said: expect.stringContaining('no dependency violations found') as string });
  });

  describe('fail on a planted violation, and name it:', () => {
    it.each(PLANTED)('%s (%s)', (file, _, rule) => {
      expect(planted.code).toBeGreaterThan(0);
      const lines = planted.said.split('\n').filter((line) => line.includes(`error ${rule}: `));
      expect(lines.filter((line) => line.includes(file))).not.toEqual([]);
    });

    it('and nothing else', () => {
      const files = [...PLANTED.map(([file]) => file), ...Object.keys(BESIDE)];
      const accused = [...planted.said.matchAll(/error [a-z-]+: (\S+)/g)].map((match) => match[1]);
      expect(accused.length).toBeGreaterThanOrEqual(PLANTED.length);
      expect(accused.filter((file) => !files.includes(file ?? ''))).toEqual([]);
    });
  });
});
