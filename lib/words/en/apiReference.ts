/** What each parameter of the API means. Limits stand in its schema. */
export const parameterWords = {
  asset: 'The asset.',
  from: 'The first minute, UTC.',
  to: 'The minute after the last one, UTC.',
  minute: 'The UTC minute that opens then.',
  day: 'The UTC day.',
  venues: 'Venues by id, with commas between; every venue with data where it is left out.',
  venue: 'The venue whose own book and index are read.',
  markets: 'Kinds of markets or single markets, with commas between; spot where it is left out.',
  reference: 'What each price is compared with; the asset’s own where it is left out.',
  bloc: 'The quote of the books among which medians are taken: all, or one like USD.',
  rate: 'usd: prices are compared in USD. none: raw quotes are.',
  minPeers: 'How many other venues a minute needs before it is measured.',
  ratio:
    'What the underlying is multiplied by: the trailing ratio of the venue’s own book (own), that of the others’ median (others), or a number. What is pegged takes none.',
  ratioMinutes: 'The trailing ratio is a median over this many minutes.',
  ratioBefore:
    'They end before this minute, UTC, which is not after the window begins; the start of its UTC day where it is left out.',
  enter: 'The deviation at which an episode begins, as a ratio: 0.02 is 2 %.',
  asOf: 'A moment that has passed, UTC: the answer as the data were known then.',
  resolution: 'Of how many minutes one row is taken: 1 for every minute, or auto.',
  format: 'json, or columns: binary columns, described in docs/columns.md.',
  limit: 'The most rows.',
  rank: 'What rows are ordered by.',
  assets:
    'Assets with commas between; every stored one where it is left out. Where there is no data of any of them, the answer is 404; of some, the notes name those.',
  kinds: 'Kinds of markets, with commas between; any where it is left out.',
  side: 'below or above; both where it is left out.',
  certainty: 'How sure an episode must be, with commas between; any where it is left out.',
  depth: 'The least depth, as a ratio without a sign: 0.1 is 10 %.',
  peers: 'The least number of peers at the peak.',
  yardstick: 'The rulebook whose level depths are compared with.',
  event: 'The event.',
  sha256: 'The SHA-256 of a reply, 64 hex digits, as coverage/replies names it.',
  address: 'The address of a view, as a picture prints it, or its path and query.',
  size: 'The frame of a picture.',
  theme: 'light or dark.',
  density: 'Pixels of a PNG for each unit of its frame.',
  view: 'The address of a view; once for each exhibit, in order.',
  zone: 'The clock shown beside UTC.',
  lang: 'The language of sentences, forms and pictures.',
  url: 'The address of a page of this instance.',
  oembedFormat: 'json.',
  maxwidth: 'The most pixels across.',
  maxheight: 'The most pixels down.',
  form: 'The form of the view.',
  page: 'The page of many assets. The table of a day (`league`) is CSV, JSON or Markdown.',
  name: 'An event, or a venue.',
  v: 'The version of the address.',
  m: 'The version of the method that the address was written with.',
  scale: 'The scale of the price axis.',
  focus: 'The venue whose reference is drawn.',
  lines: 'Venues drawn as lines, with commas between.',
  digest: 'The digest of the figures that the address means.',
} as const;

/** What each address of the API answers. */
export const operationWords = {
  overview: 'What is stored, and the deepest deviations in it.',
  progress: 'The ingest that runs now, if one does.',
  coverage: 'Which minutes are stored of each market; with an asset also day by day, and failed requests.',
  replies: 'The replies that an asset’s candles were read from.',
  reply: 'One of them, as the exchange sent it.',
  revisions: 'Answers that changed, and sources that differ.',
  errata: 'Later corrections of published statements, and venues’ answers.',
  alerts: 'Alerts, each with every change of its state.',
  method: 'The method worked out on one minute.',
  deviations: 'How far each venue strayed, minute by minute, and the episodes of a window.',
  minute: 'One minute across the venues.',
  scorecards: 'Each market in a window: how often, how far, how unusual, and who moved first.',
  scan: 'The episodes of every asset in a window, ranked.',
  marks: 'What one unit of collateral was marked at, by each reading; nothing of an account.',
  lows: 'Which venue stood lowest and highest, asset by asset.',
  venues: 'Every venue of a window beside the others.',
  league: 'The certain episodes that began on a UTC day, venue by venue.',
  contagion:
    'Which books of an asset fell first (spot, perpetual, mark, index), and how many minutes behind the others were.',
  events: 'Events with published figures.',
  event: 'An event: published figures beside what is measured, and its episodes.',
  pinned: 'Whether a pinned address of a window still shows its figures, and what changed.',
  pinnedMinute: 'The same of a minute.',
  verification: 'What the view of an address gives now.',
  pictures: 'The picture of an address, drawn anew.',
  states: 'What the books of an address were before.',
  packs: 'Numbered exhibits as one zip.',
  oembed: 'How a page is embedded (oEmbed 1.0).',
  chart: 'A view of an asset in one of its forms.',
  minuteChart: 'A view of a minute in one of its forms.',
  list: 'A page of many assets in one of its forms.',
  listBelow: 'The page of an event or of a venue in one of its forms.',
  openapi: 'This description.',
} as const;

/** What the API refuses beyond, by the names of the constants. Days, characters, points of a budget, seconds. */
type ApiLimits = Readonly<
  Record<
    | 'MOST_WINDOW_DAYS'
    | 'MOST_EVERY_MINUTE_DAYS'
    | 'EVERY_MINUTE_UNASKED_DAYS'
    | 'MOST_BUNDLED_DAYS'
    | 'MOST_EXHIBITS'
    | 'MOST_VENUES'
    | 'MOST_ASSETS'
    | 'LEAST_COMPARED'
    | 'MOST_COMPARED'
    | 'MOST_COMPARED_DAYS'
    | 'MOST_MARKED_DAYS'
    | 'MOST_QUERY'
    | 'MOST_QUERY_OF_METHOD'
    | 'MOST_QUERY_OF_REVISIONS'
    | 'MOST_QUERY_OF_ADDRESS'
    | 'MOST_QUERY_OF_PACK'
    | 'USUAL_POINTS'
    | 'VENUE_MINUTES_A_POINT'
    | 'PICTURE_POINTS'
    | 'BUNDLE_POINTS'
    | 'SEARCH_POINTS'
    | 'RANKED_POINTS'
    | 'MOST_MAKING'
    | 'USUAL_ANSWER_S',
    number
  >
>;

/** `1,200`. */
const whole = (value: number): string => value.toLocaleString('en');

/** The heading of the description, and what holds for every address. */
export const apiWords = {
  title: 'Plumbline API',
  rules: (of: ApiLimits): readonly string[] => [
    'Read only: every address is asked with GET, without a key. Any site may read the answers (CORS).',
    'Times are UTC. A minute is named by its opening time, and ranges are half-open.',
    'A number that is missing is null, and the reason stands beside it. Nothing is filled in.',
    'A parameter that is unknown or malformed is refused with one line that says how to fix it.',
    `A window has at most ${whole(of.MOST_WINDOW_DAYS)} days. One answer has every minute of at most ${whole(of.MOST_EVERY_MINUTE_DAYS)} days, and of ${whole(of.EVERY_MINUTE_UNASKED_DAYS)} where no resolution is named; a table has ${whole(of.EVERY_MINUTE_UNASKED_DAYS)} days. A bundle has at most ${whole(of.MOST_BUNDLED_DAYS)} days, a pack ${whole(of.MOST_EXHIBITS)} exhibits.`,
    `A list names at most ${whole(of.MOST_VENUES)} venues or markets, or ${whole(of.MOST_ASSETS)} assets. A comparison has ${whole(of.LEAST_COMPARED)} to ${whole(of.MOST_COMPARED)} markets and at most ${whole(of.MOST_COMPARED_DAYS)} days; marks of collateral at most ${whole(of.MOST_MARKED_DAYS)}.`,
    `A query has at most ${whole(of.MOST_QUERY)} characters; of revisions and replies ${whole(of.MOST_QUERY_OF_REVISIONS)}, of the method ${whole(of.MOST_QUERY_OF_METHOD)}, of a verification ${whole(of.MOST_QUERY_OF_ADDRESS)}, of a pack ${whole(of.MOST_QUERY_OF_PACK)}.`,
    `Each client has ${whole(of.USUAL_POINTS)} points a minute, unless this site sets another number; then 429 says when to ask again. An answer that is kept or small takes 1; an analysis 1 for each ${whole(of.VENUE_MINUTES_A_POINT)} minutes of a venue; a ranking ${whole(of.RANKED_POINTS)}, a picture ${whole(of.PICTURE_POINTS)} and a search of earlier states ${whole(of.SEARCH_POINTS)} more; a bundle and each exhibit of a pack ${whole(of.BUNDLE_POINTS)}.`,
    `At most ${whole(of.MOST_MAKING)} answers are made at once, and none takes longer than ${whole(of.USUAL_ANSWER_S)} seconds, unless this site sets another number; beyond, 503 says when to ask again.`,
    'Answers have an etag: ask with if-none-match, and an answer you have already comes as 304.',
    'Where prices are simulated, the header x-plumbline-simulated says so.',
    'Fields may be added to answers; none changes its meaning below /api/v1.',
  ],
  ok: 'The answer.',
  notModified: 'The reader has the answer already: its etag was named in if-none-match.',
  lines: 'Lines of JSON while it is worked out: {"progress":0.37}, at last {"answer":…} or {"error":…}.',
  problems: {
    400: 'The question cannot be read; the line says how to fix it.',
    404: 'There is no such address, or no data for it.',
    409: 'The address names a digest, and what is stored now has another.',
    429: 'The client has asked for too much in a minute; the header retry-after says when to ask again.',
    500: 'Internal error; the server’s log says what.',
    501: 'A format that is not offered.',
    503: 'The database does not answer, or the server is busy; try again later.',
  },
} as const;

/** The page that shows the description. */
export const referenceWords = {
  lead: 'What this site knows, for programs.',
  machine: 'OpenAPI 3.1',
  contents: 'Addresses',
  parameter: 'Parameter',
  meaning: 'Meaning',
  values: 'Values',
  required: 'required',
  answers: 'Answers with',
  problems: 'Refusals',
} as const;

/** What a parameter takes, off its schema: `wide, square`; `1 to 1000; usually 100`. Empty where any text may be one. */
export function valueWords(schema: Readonly<Record<string, unknown>>): string {
  const { enum: known, minimum, maximum, maxItems, pattern, examples, default: usual } = schema;
  const said = [
    Array.isArray(known) ? known.map(text).join(', ') : '',
    minimum === undefined
      ? ''
      : maximum === undefined
        ? `${text(minimum)} or more`
        : `${text(minimum)} to ${text(maximum)}`,
    maxItems === undefined ? '' : `at most ${text(maxItems)} times`,
    pattern === undefined ? '' : text(pattern),
    Array.isArray(examples) ? `like ${examples.map(text).join(' or ')}` : '',
    usual === undefined ? '' : `usually ${text(usual)}`,
  ];
  return said.filter((part) => part !== '').join('; ');
}

const text = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
