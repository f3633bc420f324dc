import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';

type Environment = Readonly<Record<string, string | undefined>>;

/** Addresses of this machine never go through a proxy: the simulator and the app are here. */
const HERE = ['localhost', '127.0.0.1', '::1'];

/**
 * Sends every request of this process through the proxy that HTTPS_PROXY or HTTP_PROXY name (NO_PROXY excepted), which
 * Node's own fetch would ignore. Does nothing where neither is set. Answers whether it did.
 */
export function honourProxies(env: Environment): boolean {
  const read = (name: string): string | undefined => env[name.toLowerCase()] ?? env[name];
  const [httpProxy, httpsProxy] = [read('HTTP_PROXY'), read('HTTPS_PROXY')];
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
