type Env = Readonly<Record<string, string | undefined>>;

const GONE = '[…]';
/** Shorter ones would be taken out of every word. */
const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 10_000;
const SECRET_NAME = /(?:PASSWORD|SECRET|TOKEN|_KEY)$/;
const WITH_PASSWORD = /^[a-z][\w+.-]*:\/\/[^\s/]*?:([^\s/]*)@/i;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // User and password before a host.
  [/(\/\/)[^\s/@]+@/g, `$1${GONE}@`],
  // What a reader's headers hold.
  [
    /\b((?:proxy-)?authorization|(?:set-)?cookie|x-forwarded-for|x-real-ip|forwarded|referer|user-agent)(["']?\s*[:=])[^\r\n]*/gi,
    `$1$2 ${GONE}`,
  ],
  [/\b(bearer|basic)\s+[\w+/=.~-]{4,}/gi, `$1 ${GONE}`],
  // What stands behind a path: a reader may have written anything there.
  [/(\/[^\s"'`?]*)\?[^\s"'`)]+/g, `$1?${GONE}`],
  // What JSON.parse quotes of a text that is none.
  [/Unexpected [^\n]*(?= is not valid JSON)/g, GONE],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, GONE],
];

/** Values of the environment that must stand in no log: passwords in addresses, as written and decoded, and what is named a secret. */
function secretsOf(env: Env): readonly string[] {
  const found = Object.entries(env).flatMap(([name, value = '']) => {
    const password = WITH_PASSWORD.exec(value)?.[1] ?? '';
    return [password, decoded(password), SECRET_NAME.test(name) ? value : ''];
  });
  // The longest first: one may begin with another.
  return [...new Set(found)].filter(({ length }) => length >= LEAST_CHARACTERS).sort((a, b) => b.length - a.length);
}

/** Broken escapes become replacement signs. */
export function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}

/**
 * Takes out of a text what must not stand in a log: secrets of the environment, user and password in addresses, headers of readers, what follows a path's
 * question mark, mail addresses, and whatever of `sent` stands in it, which a reader wrote. Cut at 10,000 characters.
 */
export function scrubber(env: Env, sent: () => readonly string[] = () => []): (text: string) => string {
  const secrets = secretsOf(env);
  return (text) => {
    let left = text.slice(0, MOST_CHARACTERS);
    for (const secret of secrets) left = left.replaceAll(secret, GONE);
    for (const one of sent()) left = left.replaceAll(one, GONE);
    for (const [pattern, instead] of PATTERNS) left = left.replace(pattern, instead);
    return left;
  };
}
