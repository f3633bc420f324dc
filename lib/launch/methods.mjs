/** Methods of which the web framework can make no request (https://fetch.spec.whatwg.org/#forbidden-method). */
const FORBIDDEN = ['TRACE', 'TRACK', 'CONNECT'];

/** Answers 405 where a request comes by a method that nothing here takes (RFC 9110, 15.5.6), and says so. */
export function isRefusedMethod({ method = '' }, response) {
  if (!FORBIDDEN.includes(method)) return false;
  response.writeHead(405, { allow: 'GET, HEAD, OPTIONS', 'content-length': 0 });
  response.end();
  return true;
}
