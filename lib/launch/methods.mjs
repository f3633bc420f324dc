/** All that anything here takes: nothing is changed by a request, and none has a body that is read. */
const TAKEN = ['GET', 'HEAD', 'OPTIONS'];

/** Answers 405 where a request comes by a method that nothing here takes (RFC 9110, 15.5.6), and says so; what else it brings is not read. */
export function isRefusedMethod({ method = '' }, response) {
  if (TAKEN.includes(method)) return false;
  response.writeHead(405, { allow: TAKEN.join(', '), 'content-length': 0, connection: 'close' });
  response.end();
  return true;
}

/**
 * Has a server answer whoever asks for another protocol as if they had not (RFC 9110, 7.8). The web framework's listener would take the connection
 * and, where it has nothing at the address, neither answer nor close it.
 */
export function withoutUpgrades(server) {
  const { on } = server;
  const heard = (name, listener) => (name === 'upgrade' ? server : on.call(server, name, listener));
  return Object.assign(server, { on: heard, addListener: heard });
}
