import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Candle } from '../domain/candle';
import type { Market } from '../domain/market';
import { MINUTE_MS } from '../domain/minute';
import { simulatorWords } from '../words/en/simulator';
import { archives } from './archive/archives';
import { faultPicker, isTransportFault, type ContentFault, type Fault, type FaultPlan } from './faults';
import { rowsOf } from './page';
import type { Answer, Ask, CandlePage, VenueProfile } from './profile';
import { json, send, text, type Reply } from './reply';
import { misreadPage, spoilt, unlessEmpty, unlessUnsaid, withNulls } from './rowFaults';
import type { Scenario } from './scenario';
import { PROFILES } from './venues';

/** A request as it came, and the fault that struck it. */
interface SimulatedRequest {
  readonly venue: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly fault: Fault['kind'] | undefined;
}

export interface SimulatorOptions {
  readonly scenario: Scenario;
  /** 0 or absent: a free port. */
  readonly port?: number;
  /** The simulator's clock, in milliseconds since 1970; absent: it stands at the scenario's `nowMs`. */
  readonly nowMs?: () => number;
  readonly faults?: FaultPlan;
  /** Told one line a request. */
  readonly log?: (line: string) => void;
}

export interface Simulator {
  /** `http://127.0.0.1:PORT`; a venue's `https://HOST/PATH` is answered at `origin/VENUE/HOST/PATH`, an archive's at `origin/archive/HOST/PATH`. */
  readonly origin: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SimulatedRequest[];
  /** Replaces the fault plan; its counts start anew. */
  setFaults(plan: FaultPlan): void;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

function candleReply(scenario: Scenario, asked: CandlePage, nowMs: number, fault: ContentFault | undefined): Reply {
  const minutes = asked.span?.minutes ?? 1;
  const { edited } = scenario;
  const rows = rowsOf(scenario.candles(asked.market), misreadPage(asked, fault), nowMs).map((row) =>
    minutes === 1 || edited === undefined ? row : edited(asked.market, minutes, row),
  );
  const served = unlessUnsaid(unlessEmpty(rows, asked, fault), fault);
  const ordered = spoilt(asked.order === 'ascending' ? served : [...served].reverse(), fault);
  const { write } = asked;
  const closed = (row: Candle): boolean => (row.minute + minutes) * MINUTE_MS <= nowMs;
  if (typeof write === 'function') {
    const reply = json(200, write(ordered, closed));
    return fault?.kind === 'no-volume' ? { ...reply, body: withNulls(String(reply.body)) } : reply;
  }
  const body = write.body(ordered.map((row) => write.row(row, closed(row))).join());
  return text(200, fault?.kind === 'no-volume' ? withNulls(body) : body);
}

function replyOf(scenario: Scenario, answer: Answer, nowMs: number, fault: ContentFault | undefined): Reply {
  switch (answer.kind) {
    case 'plain':
      return { ...json(answer.status, answer.body), headers: answer.headers ?? {} };
    case 'written':
      return text(200, answer.body);
    case 'binary':
      return answer;
    case 'candles':
      return candleReply(scenario, answer, nowMs, fault);
  }
}

type Listed = Pick<Ask, 'markets' | 'contracts' | 'candles' | 'shown'>;

/** What a request is answered from, by venue: looked up once. */
function listings(scenario: Scenario): (venue: string) => Listed {
  const known = new Map<string, Listed>();
  const candles: Listed['candles'] = (market) => scenario.candles(market);
  return (venue) => {
    // An archive holds the files of any venue.
    const lists = (market: Market): boolean => venue === archives.venue || market.venue === venue;
    const found: Listed = known.get(venue) ?? {
      markets: scenario.markets.filter(lists),
      contracts: (scenario.derivatives ?? []).filter(lists),
      candles,
      shown: scenario.shown ?? ((_, candle) => candle),
    };
    known.set(venue, found);
    return found;
  };
}

function answerOf(profile: VenueProfile, ask: Omit<Ask, 'named'>): Answer {
  for (const endpoint of profile.endpoints) {
    const match = endpoint.path.exec(ask.path);
    if (match !== null) return endpoint.answer({ ...ask, named: match.groups ?? {} });
  }
  return profile.unknownPath;
}

/** Splits `/VENUE/HOST/PATH?QUERY`; undefined when it has no such shape or the path cannot be decoded. */
function addressOf(url: string): { venue: string; host: string; path: string; query: URLSearchParams } | undefined {
  const match = /^\/([^/?]+)\/([^/?]+)(\/[^?]*)(?:\?(.*))?$/.exec(url);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined;
  try {
    return {
      venue: match[1],
      host: decodeURIComponent(match[2]),
      path: decodeURIComponent(match[3]),
      query: new URLSearchParams(match[4] ?? ''),
    };
  } catch {
    return undefined;
  }
}

/** Serves a scenario on the loopback interface as the venues' own servers would. Throws when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { scenario, log } = options;
  const clock = options.nowMs ?? (() => scenario.nowMs);
  const requests: SimulatedRequest[] = [];
  let pick = faultPicker(options.faults ?? []);
  const listed = listings(scenario);

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const address = addressOf(request.url ?? '');
    const profile = address?.venue === archives.venue ? archives : PROFILES.get(address?.venue ?? '');
    if (address === undefined || profile === undefined) {
      send(response, json(404, { error: simulatorWords.noVenue(request.url ?? '', [...PROFILES.keys()]) }), clock());
      return;
    }
    const nowMs = clock();
    const fault = pick(profile.venue, address.path, request.url, nowMs);
    requests.push({
      venue: profile.venue,
      host: address.host,
      path: address.path,
      query: Object.fromEntries(address.query),
      fault: fault?.kind,
    });
    log?.(
      `${profile.venue} ${address.path} ${address.query.toString()}${fault === undefined ? '' : ` (${fault.kind})`}`,
    );
    const [transport, content] =
      fault === undefined || isTransportFault(fault) ? [fault, undefined] : [undefined, fault];
    if (transport?.kind === 'hang') return;
    const answer = answerOf(profile, { ...address, ...listed(profile.venue), nowMs, fault: content });
    send(response, replyOf(scenario, answer, nowMs, content), nowMs, transport);
  }

  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: '127.0.0.1' }, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the simulator listens on no port');
  return {
    origin: `http://127.0.0.1:${String(bound.port)}`,
    requests,
    setFaults: (plan) => {
      pick = faultPicker(plan);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}
