/** A file that cannot be imported; the message is one line that names the mend. Caught at the door, `importFile`. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}
