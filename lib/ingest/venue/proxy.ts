import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';
import { proxyWords } from '../../words/en/venueErrors';

type Environment = Readonly<Record<string, string | undefined>>;

/** Addresses of this machine never go through a proxy: the simulator and the app are here. */
export const HERE: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** A proxy variable that names no proxy; the message is one line with the mend. */
export class BadProxy extends Error {
  override readonly name = 'BadProxy';
}

/** The address of a proxy, as the variable gives it: `host:port` means http, as other programs read it. Throws `BadProxy`. */
function proxyAt(variable: string, text: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) throw new BadProxy(proxyWords.bad(variable));
  return address;
}

/**
 * Sends every request of this process through the proxy that HTTPS_PROXY or HTTP_PROXY name (NO_PROXY excepted), which
 * Node's own fetch would ignore. Does nothing where neither is set, or both are empty. Answers whether it did. Throws `BadProxy`.
 */
export function honourProxies(env: Environment): boolean {
  const read = (name: string): string | undefined => env[name.toLowerCase()] ?? env[name];
  const proxy = (name: string): string | undefined => {
    const text = read(name)?.trim();
    return text === undefined || text === '' ? undefined : proxyAt(name, text);
  };
  const [httpProxy, httpsProxy] = [proxy('HTTP_PROXY'), proxy('HTTPS_PROXY')];
  if (httpProxy === undefined && httpsProxy === undefined) return false;
  const noProxy = [read('NO_PROXY'), ...HERE].filter((part) => part !== undefined && part !== '').join(',');
  setGlobalDispatcher(
    new EnvHttpProxyAgent({
      noProxy,
      ...(httpProxy === undefined ? {} : { httpProxy }),
      ...(httpsProxy === undefined ? {} : { httpsProxy }),
    }),
  );
  return true;
}
