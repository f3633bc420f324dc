/** What is wrong with stored bytes that cannot be read. */
export type Damage =
  | { readonly kind: 'empty' }
  /** Another version of plumbline wrote it; undefined: nothing says who wrote it. */
  | { readonly kind: 'unknown-tag'; readonly tag: number | undefined }
  | { readonly kind: 'cut-off'; readonly part: 'gaps' | 'values' | 'runs' }
  | { readonly kind: 'gap-marker'; readonly marker: number | undefined }
  | { readonly kind: 'scale'; readonly scale: number }
  | { readonly kind: 'left-over'; readonly bytes: number }
  /** An integer, or a residual of one, of so many bits; what foretells a column. */
  | { readonly kind: 'width'; readonly bits: number }
  | { readonly kind: 'foretold'; readonly by: number }
  | { readonly kind: 'run'; readonly from: number; readonly to: number }
  | { readonly kind: 'short'; readonly minutes: number };

function causeOf(damage: Damage): string {
  switch (damage.kind) {
    case 'empty':
      return 'it is empty';
    case 'unknown-tag':
      return `this version does not know its format (tag ${String(damage.tag ?? 'missing')})`;
    case 'cut-off':
      return `its ${damage.part} are cut off`;
    case 'gap-marker':
      return damage.marker === undefined
        ? 'its gap marker is missing'
        : `its gap marker ${String(damage.marker)} does not exist`;
    case 'scale':
      return `its scale ${String(damage.scale)} is too large`;
    case 'width':
      return `its integers of ${String(damage.bits)} bits are too wide`;
    case 'foretold':
      return `it is predicted in way ${String(damage.by)}, which does not exist`;
    case 'left-over':
      return `${String(damage.bytes)} bytes follow its last value`;
    case 'run':
      return `its run of minutes ${String(damage.from)} to ${String(damage.to)} does not fit a day`;
    case 'short':
      return `it ends at minute ${String(damage.minutes)}`;
  }
}

const mendOf = (damage: Damage): string =>
  damage.kind === 'unknown-tag'
    ? 'use a newer version of plumbline'
    : 'restore the database from a backup, or delete the day and import it again';

const unreadable = (what: string, damage: Damage): string =>
  `${what} cannot be read: ${causeOf(damage)}; ${mendOf(damage)}`;

/** `name`: of the format that the tag stands for; undefined: it stands for none. */
export const unreadableColumn = (tag: number | undefined, name: string | undefined, damage: Damage): string =>
  unreadable(
    `a stored column of candles (tag ${tag === undefined ? 'missing' : `${String(tag)}, ${name ?? 'unknown'}`})`,
    damage,
  );
export const unreadableAnswered = (damage: Damage): string =>
  unreadable('the stored record of when the minutes of a day were answered', damage);
