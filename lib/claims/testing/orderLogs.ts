import { MINUTE_MS } from '../../domain/minute';
import { chance, streamOf } from '../../simulator/chance';
import type { ClaimFile } from '../reading/file';

/** What the bot of a made log met with at one moment. */
export interface MadeAttempt {
  readonly ms: number;
  /** undefined: the order was taken. */
  readonly code: string | undefined;
  readonly isReduceOnly: boolean;
}

/** What a made log must come to, from the attempts alone: nothing here reads a log. */
export interface MadeLedger {
  readonly attempts: readonly MadeAttempt[];
  /** `2025-10-10T21:15Z binance -1008`: rejections, and of these reduce-only ones. */
  readonly byMinute: ReadonlyMap<string, { readonly rejected: number; readonly reduceOnly: number }>;
  readonly accepted: number;
  readonly rejected: number;
  readonly reduceOnly: number;
  readonly longestRun: { readonly fromMs: number; readonly toMs: number; readonly attempts: number };
  /** Lines that say nothing of an order. */
  readonly idle: readonly number[];
}

export const LOG_FORMS = ['csv', 'jsonl', 'text', 'winston', 'pino', 'docker', 'connector'] as const;
/** `text`: Python's logging with ccxt's messages and traces of calls; `connector`: the tuples of Binance's own Python library. */
export type LogForm = (typeof LOG_FORMS)[number];

/** The claimants' account (`facts`): which codes came when, in minutes after 21:00 UTC. */
const PHASES: readonly { readonly until: number; readonly codes: readonly string[]; readonly refused: number }[] = [
  { until: 12, codes: ['binance -2010'], refused: 0.05 },
  { until: 15, codes: ['binance -2010'], refused: 0.8 },
  { until: 16, codes: ['binance -2010', 'binance -2022', 'binance -4118', 'http 503'], refused: 0.95 },
  {
    until: 122,
    codes: ['binance -2022', 'binance -4118', 'binance -1008', 'http 503', 'binance -9999', 'network ETIMEDOUT'],
    refused: 0.97,
  },
  { until: 150, codes: ['http 429', 'binance -1003'], refused: 0.1 },
];
const START = Date.UTC(2025, 9, 10, 21, 0);
const REDUCING = ['binance -2022', 'binance -4118'];
const MESSAGES: Readonly<Record<string, string>> = {
  'binance -2010': 'Account has insufficient balance for requested action.',
  'binance -2022': 'ReduceOnly Order is rejected.',
  'binance -4118': 'ReduceOnly Order Failed. Please check your existing position and open orders',
  'binance -1008': 'Server is currently overloaded with other requests. Please try again in a few minutes.',
  'binance -1003': 'Too much request weight used; current limit is 1200 request weight per 1 MINUTE.',
  'binance -9999': 'Something nobody published.',
};

/** The attempts of a bot over the simulated event, and what they come to. */
export function madeLedger(seed: number, many: number): MadeLedger {
  const stream = streamOf(seed, 'order log');
  let draws = 0;
  const draw = (): number => chance(stream, (draws += 1));
  const attempts: MadeAttempt[] = [];
  const idle: number[] = [];
  let ms = START;
  const step = (150 * MINUTE_MS) / many;
  for (let made = 0; made < many; made += 1) {
    ms += Math.max(1, Math.floor(2 * step * draw()));
    const phase = PHASES.find(({ until }) => ms < START + until * MINUTE_MS) ?? PHASES.at(-1);
    if (phase === undefined) throw new Error('no phase');
    const code = draw() < phase.refused ? phase.codes[Math.floor(draw() * phase.codes.length)] : undefined;
    attempts.push({ ms, code, isReduceOnly: (code !== undefined && REDUCING.includes(code)) || draw() < 0.5 });
    if (draw() < 0.2) idle.push(ms);
  }
  return { attempts, idle, ...sums(attempts) };
}

/** Counted by hand, as it were: a walk from every attempt for the longest run. */
function sums(attempts: readonly MadeAttempt[]): Omit<MadeLedger, 'attempts' | 'idle'> {
  const byMinute = new Map<string, { rejected: number; reduceOnly: number }>();
  const rejected = attempts.filter(({ code }) => code !== undefined);
  for (const { ms, code = '', isReduceOnly } of rejected) {
    const key = `${new Date(ms).toISOString().slice(0, 16)}Z ${code}`;
    const own = byMinute.get(key) ?? { rejected: 0, reduceOnly: 0 };
    byMinute.set(key, { rejected: own.rejected + 1, reduceOnly: own.reduceOnly + (isReduceOnly ? 1 : 0) });
  }
  let longest = { fromMs: NaN, toMs: NaN, attempts: 0 };
  for (const [i, { ms }] of attempts.entries()) {
    const behind = attempts.slice(i);
    const success = behind.findIndex(({ code }) => code === undefined);
    const run = success === -1 ? behind : behind.slice(0, success);
    if (run.length > longest.attempts) longest = { fromMs: ms, toMs: run.at(-1)?.ms ?? NaN, attempts: run.length };
  }
  return {
    byMinute,
    accepted: attempts.length - rejected.length,
    rejected: rejected.length,
    reduceOnly: rejected.filter(({ isReduceOnly }) => isReduceOnly).length,
    longestRun: longest,
  };
}

interface Written {
  /** Minutes east of UTC of the clock that wrote it. */
  readonly east: number;
  /** Every so many attempts a line that nobody can read. */
  readonly flawEvery?: number;
}

/** A log of the attempts in one form, and the numbers of the lines that cannot be read. */
export function madeLog(
  form: LogForm,
  { attempts, idle }: MadeLedger,
  { east, flawEvery = Infinity }: Written,
): { readonly text: string; readonly flawed: readonly number[]; readonly idle: number } {
  const lines: string[] = form === 'csv' ? ['time,event,code,http_status,reduce_only,order_id,message'] : [];
  const flawed: number[] = [];
  const rest = [...idle];
  for (const [i, attempt] of attempts.entries()) {
    lines.push(...attemptLines(form, attempt, east, i));
    while ((rest[0] ?? Infinity) <= attempt.ms) lines.push(idleLine(form, rest.shift() ?? NaN, east));
    if ((i + 1) % flawEvery === 0) {
      flawed.push(lines.length + 1);
      lines.push(BROKEN[form]);
    }
  }
  return { text: `${lines.join('\n')}\n`, flawed, idle: idle.length };
}

const BROKEN: Readonly<Record<LogForm, string>> = {
  csv: '"2025-10-10 21:20:00,rejected',
  jsonl: '{"time":"2025-10-10T21:20:00.000","msg":"cut off he',
  winston: '{"level":"error"',
  pino: '{"level":50',
  docker: '2025-13-40T99:99:99Z stdout F order rejected',
  text: '2025-02-30 21:20:00,000 - bot - ERROR - order rejected',
  connector: '2025-10-10 24:61:00,000 ERROR order rejected',
};

const clock = (ms: number, east: number): string => new Date(ms + east * MINUTE_MS).toISOString().slice(0, 23);
const python = (ms: number, east: number): string => clock(ms, east).replace('T', ' ').replace('.', ',');
const zoned = (ms: number): string => `${clock(ms, 480)}+08:00`;

function idleLine(form: LogForm, ms: number, east: number): string {
  const says = 'position checked, 21 orders open';
  switch (form) {
    case 'csv':
      return `${clock(ms, east)},note,,,,,"${says}"`;
    case 'jsonl':
      return JSON.stringify({ time: clock(ms, east), msg: says });
    case 'winston':
      return JSON.stringify({ level: 'info', message: says, timestamp: zoned(ms) });
    case 'pino':
      return JSON.stringify({ level: 30, time: ms, pid: 17, msg: says });
    case 'docker':
      return `${clock(ms, 0)}456789Z stdout F ${says}`;
    default:
      return `${python(ms, east)} - bot - INFO - ${says}`;
  }
}

function attemptLines(
  form: LogForm,
  { ms, code, isReduceOnly }: MadeAttempt,
  east: number,
  id: number,
): readonly string[] {
  const [family = '', number = ''] = code?.split(' ') ?? [];
  const words = code === undefined ? '' : (MESSAGES[code] ?? '');
  const orderId = String(8_000_000_000 + id);
  const body = JSON.stringify({ code: Number(number), msg: words });
  const flag = isReduceOnly ? ' reduceOnly=true' : '';
  const ccxt =
    family === 'binance'
      ? `binance ${body}`
      : family === 'http'
        ? `binance POST https://fapi.binance.com/fapi/v1/order ${number} ${HTTP[number] ?? ''}`
        : 'connect ETIMEDOUT 13.35.1.1:443';
  switch (form) {
    case 'csv':
      return [
        code === undefined
          ? `${clock(ms, east)},FILLED,,200,${String(isReduceOnly)},${orderId},done`
          : `${clock(ms, east)},rejected,${family === 'http' ? '' : number},${family === 'http' ? number : ''},${String(isReduceOnly)},,"${words}"`,
      ];
    case 'jsonl':
      return [
        JSON.stringify(
          code === undefined
            ? { time: clock(ms, east), status: 'NEW', orderId, reduceOnly: isReduceOnly }
            : { time: clock(ms, east), msg: `order failed: ${ccxt}`, reduceOnly: isReduceOnly },
        ),
      ];
    case 'winston':
      return [
        JSON.stringify(
          code === undefined
            ? { level: 'info', message: `order filled id ${orderId}${flag}`, timestamp: zoned(ms) }
            : {
                level: 'error',
                message: `order failed${flag}`,
                timestamp: zoned(ms),
                err:
                  family === 'http'
                    ? { response: { status: Number(number) } }
                    : { code: family === 'network' ? number : Number(number), msg: words },
              },
        ),
      ];
    case 'pino':
      return [
        JSON.stringify(
          code === undefined
            ? { level: 30, time: ms, msg: 'order accepted', order: { orderId, reduceOnly: isReduceOnly } }
            : {
                level: 50,
                time: ms,
                msg: 'order rejected',
                reduceOnly: isReduceOnly,
                err: { type: 'Error', message: ccxt },
              },
        ),
      ];
    case 'docker':
      return [
        `${clock(ms, 0)}456789Z stdout F ${code === undefined ? `Order placed: orderId=${orderId}${flag}` : `order rejected: ${ccxt}${flag}`}`,
      ];
    case 'text':
      return code === undefined
        ? [`${python(ms, east)} - bot - INFO - order ${orderId} filled${flag}`]
        : [
            `${python(ms, east)} - bot - ERROR - could not close${flag}`,
            'Traceback (most recent call last):',
            '  File "bot.py", line 1008, in close',
            `ccxt.base.errors.ExchangeError: ${ccxt}`,
          ];
    case 'connector':
      return [
        code === undefined
          ? `${python(ms, east)} INFO {'orderId': ${orderId}, 'status': 'NEW', 'reduceOnly': ${isReduceOnly ? 'True' : 'False'}}`
          : family === 'binance'
            ? `${python(ms, east)} ERROR${flag} ClientError: (400, ${number}, '${words}', {'Retry-After': '5'}, None)`
            : `${python(ms, east)} ERROR${flag} ServerError: ${ccxt}`,
      ];
  }
}

const HTTP: Readonly<Record<string, string>> = { '503': 'Service Unavailable', '429': 'Too Many Requests' };

/** A file that comes in pieces of so many bytes. */
export const logFile = (text: string, pieces: readonly number[] = [65_536], name = 'bot.log'): ClaimFile => {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    // oxlint-disable-next-line typescript/require-await -- as a browser's file gives its bytes
    chunks: async function* () {
      let at = 0;
      for (let i = 0; at < bytes.length; i += 1) {
        const piece = Math.max(1, pieces[i % pieces.length] ?? 1);
        yield bytes.subarray(at, at + piece);
        at += piece;
      }
    },
  };
};
