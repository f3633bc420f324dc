/**
 * `zr12-cls-3`, `zr4-c7`, … numbered by first appearance, per kind: ECharts counts ids up across a process, and a drawing is to be the same text
 * in every one.
 */
export function renumbered(svg: string): string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return svg.replace(/\bzr\d+-([a-z]+)-?(\d+)\b/g, (id, kind: string) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const next = counts.get(kind) ?? -1;
    counts.set(kind, next + 1);
    const name = `zr-${kind}${String(next + 1)}`;
    names.set(id, name);
    return name;
  });
}
