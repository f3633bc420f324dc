import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Candle } from '../domain/candle';
import { MINUTE_MS } from '../domain/minute';
import { faultPicker, isTransportFault, type Fault, type FaultPlan, type TransportFault } from './faults';
import { rowsOf } from './page';
import type { Answer, Ask, CandlePage, VenueProfile } from './profile';
import { misreadPage, spoilt } from './rowFaults';
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
  /** `http://127.0.0.1:PORT`; a venue's `https://HOST/PATH` is answered at `origin/VENUE/HOST/PATH`. */
  readonly origin: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SimulatedRequest[];
  /** Replaces the fault plan; its counts start anew. */
  setFaults(plan: FaultPlan): void;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const text = (status: number, body: string): Reply => ({ status, type: 'application/json; charset=utf-8', body });
const json = (status: number, body: unknown): Reply => text(status, JSON.stringify(body));
const page = (status: number, text: string): Reply => ({ status, type: 'text/html; charset=utf-8', body: `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>` });

function candleReply(scenario: Scenario, asked: CandlePage, nowMs: number, fault: Fault | undefined): Reply {
  const rowFault = fault !== undefined && !isTransportFault(fault) ? fault : undefined;
  const rows = rowsOf(scenario.candles(asked.market), misreadPage(asked, rowFault), nowMs);
  const rowsInOrder = spoilt(asked.order === 'ascending' ? rows : [...rows].reverse(), rowFault);
  const { write } = asked;
  const closed = (row: Candle): boolean => (row.minute + 1) * MINUTE_MS <= nowMs;
  if (typeof write === 'function') return json(200, write(rowsInOrder, closed));
  return text(200, write.body(rowsInOrder.map((row) => write.row(row, closed(row))).join()));
}

/** What a failing server sends instead of its answer; undefined: nothing at all. */
function failed(fault: TransportFault, usual: Reply): Reply | undefined {
  switch (fault.kind) {
    case 'too-many-requests':
      return { ...page(429, 'Too Many Requests'), headers: { 'Retry-After': String(fault.retryAfterSeconds) } };
    case 'unavailable':
      return page(503, 'Service Unavailable');
    case 'geo-block':
      return page(451, 'Unavailable For Legal Reasons');
    case 'cut-json':
      return { ...usual, body: usual.body.slice(0, Math.floor(usual.body.length / 2)) };
    case 'html':
      return page(200, 'Scheduled maintenance');
    case 'hang':
    case 'reset':
      return undefined;
  }
}

/** What a request is answered from, by venue: looked up once. */
function listings(scenario: Scenario): (venue: string) => Pick<Ask, 'markets' | 'contracts' | 'candles' | 'shown'> {
  const known = new Map<string, Pick<Ask, 'markets' | 'contracts' | 'candles' | 'shown'>>();
  return (venue) => {
    const found = known.get(venue) ?? {
      markets: scenario.markets.filter((market) => market.venue === venue),
      contracts: (scenario.derivatives ?? []).filter((market) => market.venue === venue),
      candles: (market) => scenario.candles(market),
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
    return { venue: match[1], host: decodeURIComponent(match[2]), path: decodeURIComponent(match[3]), query: new URLSearchParams(match[4] ?? '') };
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

  function send(response: ServerResponse, reply: Reply): void {
    response.writeHead(reply.status, { 'Content-Type': reply.type, 'Date': new Date(clock()).toUTCString(), ...reply.headers });
    response.end(reply.body);
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const address = addressOf(request.url ?? '');
    const profile = PROFILES.get(address?.venue ?? '');
    if (address === undefined || profile === undefined) {
      send(response, json(404, { error: `no simulated venue at ${request.url ?? ''}; ask for /VENUE/HOST/PATH with one of ${[...PROFILES.keys()].join(', ')}` }));
      return;
    }
    const fault = pick(profile.venue, address.path);
    requests.push({ venue: profile.venue, host: address.host, path: address.path, query: Object.fromEntries(address.query), fault: fault?.kind });
    log?.(`${profile.venue} ${address.path} ${address.query.toString()}${fault === undefined ? '' : ` (${fault.kind})`}`);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const nowMs = clock();
    const answer = answerOf(profile, { ...address, ...listed(profile.venue), nowMs });
    const usual = answer.kind === 'plain' ? { ...json(answer.status, answer.body), headers: answer.headers ?? {} } : candleReply(scenario, answer, nowMs, fault);
    const reply = fault !== undefined && isTransportFault(fault) ? failed(fault, usual) : usual;
    if (reply !== undefined) send(response, reply);
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
    setFaults: (plan) => { pick = faultPicker(plan); },
    close: () => new Promise((resolve, reject) => {
      server.close((error) => { if (error === undefined) resolve(); else reject(error); });
      server.closeAllConnections();
    }),
  };
}
