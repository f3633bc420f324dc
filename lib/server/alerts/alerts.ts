import type { Alert, AlertsAnswer } from '../../api/alerts';
import { METHOD_VERSION } from '../../domain/method';
import { newestAlerts } from '../../store/alerts/alerts';
import { restsOn } from '../../store/connection/reading';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { publicOrigin } from '../http/origin';
import { atomFeed } from './atom';
import { alertAnswerOf } from './message';

/** More are a feed's archive, and every change is in the database. */
const MOST_ALERTS = 200;

type Env = Readonly<Record<string, string | undefined>>;

async function newest({ database }: Context, env: Env): Promise<Alert[]> {
  const found = await newestAlerts(database, MOST_ALERTS);
  // Nobody is told that an alert came in: an answer that names alerts is made anew each time.
  restsOn({ isFleeting: true });
  return found.map((alert) => alertAnswerOf(alert, publicOrigin(env)));
}

/** The 200 alerts that changed last, each with all its changes. */
export async function alerts(context: Context, env: Env): Promise<Outcome<AlertsAnswer>> {
  return answer({ method: METHOD_VERSION, simulated: context.simulated, alerts: await newest(context, env) });
}

/** The same as an Atom feed. */
export async function alertFeed(
  context: Context,
  env: Env,
): Promise<Outcome<{ readonly feed: string; readonly simulated: boolean }>> {
  const { simulated } = context;
  return answer({ simulated, feed: atomFeed(await newest(context, env), { simulated, origin: publicOrigin(env) }) });
}
