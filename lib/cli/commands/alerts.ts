import type { Command } from 'commander';
import type { AlertRule } from '../../domain/alert';
import { certaintyOf, SIDES, writeCertainty, WRITTEN_CERTAINTIES } from '../../domain/episode';
import { formatInstant, instant } from '../../domain/instant';
import { parseAsset } from '../../domain/market';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import { BadInput, say } from '../../processes/exit';
import { writingHome } from '../../processes/homeWrite';
import { print } from '../../processes/standardOutput';
import {
  homeRule,
  leastDepth,
  MOST_RULE_MINUTES,
  MOST_RULE_PEERS,
  readAlertFile,
  receiverAt,
  writeAlertFile,
  type AlertFile,
} from '../../server/alerts/alertFile';
import {
  ALERT_FAULTS,
  alertActionUnknown,
  alertAdded,
  alertIdUnknown,
  alertRemoved,
  listLine,
  NO_ALERT_RULES,
  receiverText,
  ruleText,
} from '../../words/en/cli/alerts';
import { ALERTS } from '../../words/en/help/alerts';
import { JSON_OBJECT } from '../../words/en/help/options';
import { askableVenuesOf, listOf, oneOf, readOf } from '../reading/options';

interface Options {
  readonly depth?: string;
  readonly minutes?: string;
  readonly peers?: string;
  readonly side?: string;
  readonly assets?: string;
  readonly venues?: string;
  readonly certainty?: string;
  readonly private?: true;
  readonly inRehearsal?: true;
  readonly json?: true;
}

/** `plumbline alerts [add | webhook URL | remove ID]`: the rules that `follow` evaluates and the receivers it tells, in alerts.json of the home. */
export function alertsCommand(command: Command): void {
  command
    .option('--depth <ratio>', ALERTS.depth)
    .option('--minutes <count>', ALERTS.minutes)
    .option('--peers <count>', ALERTS.peers)
    .option('--side <side>', ALERTS.side)
    .option('--assets <list>', ALERTS.assets)
    .option('--venues <list>', ALERTS.venues)
    .option('--certainty <list>', ALERTS.certainty)
    .option('--private', ALERTS.private)
    .option('--in-rehearsal', ALERTS.inRehearsal)
    .option('--json', JSON_OBJECT)
    .addHelpText('after', `\n${ALERTS.more}`)
    .action(async (action: string | undefined, what: string | undefined, options: Options) => {
      const file = await readAlertFile(process.env);
      if (!file.ok) throw new BadInput(file.error);
      switch (action) {
        case undefined:
        case 'list':
          return list(file.value, options.json);
        case 'add':
          if (what !== undefined) throw new BadInput(ALERT_FAULTS.addTakesNothing);
          return addRule(file.value, ruleOf(options));
        case 'webhook':
          return addReceiver(file.value, what, options);
        case 'remove':
          return remove(file.value, what);
        default:
          throw new BadInput(alertActionUnknown(action));
      }
    });
}

async function list({ rules, receivers }: AlertFile, json: true | undefined): Promise<void> {
  const hostOf = (url: string): string => new URL(url).host;
  if (json) {
    const content = {
      rules: rules.map(({ id, rule: { certainty, ...rule }, added }) => ({
        id,
        ...rule,
        certainty: certainty.map(writeCertainty),
        added: formatInstant(added),
      })),
      receivers: receivers.map(({ id, url, isPrivate, inRehearsal }) => ({
        id,
        host: hostOf(url),
        private: isPrivate,
        rehearsal: inRehearsal,
      })),
    };
    await print(`${JSON.stringify(content, undefined, 2)}\n`);
    return;
  }
  if (rules.length === 0) say(NO_ALERT_RULES);
  const lines = [
    ...rules.map(({ id, rule }) => listLine(id, ruleText(rule))),
    ...receivers.map(({ id, url, isPrivate, inRehearsal }) =>
      listLine(id, receiverText(hostOf(url), isPrivate, inRehearsal)),
    ),
  ];
  if (lines.length > 0) await print(lines.join(''));
}

const write = (file: AlertFile): Promise<void> => writingHome(writeAlertFile(process.env, file));

async function addRule(file: AlertFile, rule: AlertRule): Promise<void> {
  const added = homeRule(rule, instant(Date.now()));
  if (file.rules.some(({ id }) => id === added.id)) throw new BadInput(ALERT_FAULTS.thereAlready);
  await write({ ...file, rules: [...file.rules, added] });
  say(alertAdded(added.id, ruleText(rule)));
}

async function addReceiver(file: AlertFile, text: string | undefined, options: Options): Promise<void> {
  if (text === undefined) throw new BadInput(ALERT_FAULTS.webhookNeedsAddress);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new BadInput(ALERT_FAULTS.webhookUnusable);
  const isPrivate = options.private === true;
  if (url.protocol === 'http:' && !isPrivate) throw new BadInput(ALERT_FAULTS.webhookPrivate);
  const added = receiverAt(url.href, { isPrivate, inRehearsal: options.inRehearsal === true });
  if (file.receivers.some(({ id }) => id === added.id)) throw new BadInput(ALERT_FAULTS.thereAlready);
  await write({ ...file, receivers: [...file.receivers, added] });
  say(alertAdded(added.id, receiverText(url.host, added.isPrivate, added.inRehearsal)));
}

async function remove(file: AlertFile, id: string | undefined): Promise<void> {
  if (id === undefined) throw new BadInput(ALERT_FAULTS.removeNeedsId);
  if (![...file.rules, ...file.receivers].some((one) => one.id === id)) throw new BadInput(alertIdUnknown(id));
  await write({
    rules: file.rules.filter((one) => one.id !== id),
    receivers: file.receivers.filter((one) => one.id !== id),
  });
  say(alertRemoved(id));
}

const DEFAULT_MINUTES = '3';
const DEFAULT_PEERS = '5';
const MOST_DEPTH = 0.9999;

function ruleOf({
  depth,
  minutes = DEFAULT_MINUTES,
  peers = DEFAULT_PEERS,
  side,
  assets,
  venues,
  certainty,
}: Options): AlertRule {
  const named = assets?.split(',').map((one) => readOf(parseAsset(one.trim())));
  return {
    assets: named,
    venues: venues === undefined ? undefined : askableVenuesOf(venues),
    side: side === undefined ? undefined : oneOf('--side', side, SIDES),
    depth: numberOf('--depth', depth ?? '', leastDepth(named), MOST_DEPTH),
    minutes: countOf('--minutes', minutes, 1, MOST_RULE_MINUTES),
    peers: countOf('--peers', peers, DEFAULT_MIN_PEERS, MOST_RULE_PEERS),
    certainty: (certainty === undefined
      ? (['certain'] as const)
      : listOf('--certainty', certainty, WRITTEN_CERTAINTIES)
    ).map(certaintyOf),
  };
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most)) throw new BadInput(ALERT_FAULTS.number(option, least, most));
  return number;
}

function countOf(option: string, text: string, least: number, most: number): number {
  const count = numberOf(option, text, least, most);
  if (!Number.isInteger(count)) throw new BadInput(ALERT_FAULTS.number(option, least, most));
  return count;
}
