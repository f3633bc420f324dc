const NAMES = ['log', 'info', 'warn', 'error'];

/**
 * Holds what is said on a console until the function that it returns is called, which says it all again on the console as it is then: in the log, which has
 * begun meanwhile. Where it never begins, it is said as it came when `atEnd` calls.
 */
export function holdLines(taken = console, atEnd = (say) => process.once('exit', say)) {
  const own = Object.fromEntries(NAMES.map((name) => [name, taken[name]]));
  const held = [];
  for (const name of NAMES) taken[name] = (...given) => void held.push([name, given]);
  const sayAll = (by) => {
    for (const [name, given] of held.splice(0)) by[name](...given);
  };
  atEnd(() => sayAll(own));
  return () => sayAll(taken);
}
