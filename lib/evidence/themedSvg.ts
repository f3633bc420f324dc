/** Where two renderings of one drawing differ: in what a quoted value says. */
const VALUE = /"([^"]*)"/g;

/**
 * One drawing for both themes: what differs between its two renderings becomes a CSS variable, which the page's theme decides. Throws where
 * they differ in anything but attributes.
 */
export function themedSvg(light: string, dark: string, id: string): string {
  if (light.replace(VALUE, '""') !== dark.replace(VALUE, '""'))
    throw new Error('two renderings of one drawing differ in more than their colours');
  const darks = [...dark.matchAll(VALUE)].map(([, value = '']) => value);
  const names = new Map<string, string>();
  let at = -1;
  const drawn = light.replace(VALUE, (whole, value: string) => {
    at += 1;
    const other = darks[at] ?? '';
    if (other === value) return whole;
    const pair = `${value}|${other}`;
    const name = names.get(pair) ?? `--${id}-${String(names.size)}`;
    names.set(pair, name);
    return `"var(${name})"`;
  });
  const rules = (side: 0 | 1): string =>
    [...names].map(([pair, name]) => `${name}:${pair.split('|')[side] ?? ''}`).join(';');
  const style = `<style>#${id}{${rules(0)}}.dark #${id}{${rules(1)}}</style>`;
  return drawn.replace(/^<svg /, `<svg id="${id}" `).replace(/>/, `>${style}`);
}
