const A_WHILE_MS = 60_000;

/** Gives the reader a file that is in the browser's memory. Without a name the browser gives it one. */
export function saveAs(name: string | undefined, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name ?? '';
  link.click();
  // A browser may begin to read it a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, A_WHILE_MS);
}
