import { Server, type IncomingMessage } from 'node:http';
import { speechOf } from './request';
import { speakingAs } from './speaking';
import { loadTranslations } from './translations';

declare global {
  var plumblineSpeaks: true | undefined;
}

/**
 * Has each request of this process answered in its reader's language. The server is made before anything of the app is loaded, by `next dev` as
 * by the built app; so requests are met where every server tells of them.
 */
export function installLanguages(): void {
  if (globalThis.plumblineSpeaks === true) return;
  globalThis.plumblineSpeaks = true;
  loadTranslations();
  const tell = Reflect.get(Server.prototype, 'emit') as (this: Server, name: string, ...given: unknown[]) => boolean;
  Reflect.set(Server.prototype, 'emit', function (this: Server, name: string, ...given: unknown[]): boolean {
    if (name !== 'request') return tell.call(this, name, ...given);
    const { url = '', headers } = given[0] as IncomingMessage;
    return speakingAs(speechOf(url, headers['accept-language']), () => tell.call(this, name, ...given));
  });
}
