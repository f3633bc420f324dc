/** A sample of a metric: its name, its labels as they are written, its value. */
interface Sample {
  readonly name: string;
  readonly labels: string;
  readonly value: number;
}

interface Exposition {
  /** Types by metric. */
  readonly types: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"`;
const SAMPLE = new RegExp(
  `^(${NAME})(\\{(?:${LABEL}(?:,${LABEL})*)?\\})? ([-+]?(?:Inf|NaN|Nan|[0-9.]+(?:e[-+]?\\d+)?))$`,
);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);

/**
 * Reads the text form of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format, version 0.0.4). Throws at a line that is none, at
 * a sample without a type before it, and at one that is told twice.
 */
export function readExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  const seen = new Set<string>();
  for (const line of text.split('\n')) {
    const type = TYPE.exec(line);
    if (type !== null) types.set(type[1] ?? '', type[2] ?? '');
    if (line === '' || line.startsWith('#')) continue;
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    const family = types.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '');
    if (name === '' || !types.has(family)) throw new Error(`no sample of a known type: ${line}`);
    if (seen.has(name + labels)) throw new Error(`told twice: ${line}`);
    seen.add(name + labels);
    samples.push({ name, labels, value: value === '+Inf' ? Infinity : Number(value) });
  }
  return { types, samples };
}

/** The value of a sample by its name and labels, as `name{a="b"}`; undefined: it is not told. */
export const valueIn = (text: string, key: string): number | undefined =>
  readExposition(text).samples.find(({ name, labels }) => name + labels === key)?.value;
