import { unreadableColumn, type Damage } from '../../words/en/damage';
import { TAG } from './format';

const nameOfTag = (tag: number | undefined): string | undefined =>
  Object.entries(TAG).find(([, known]) => known === tag)?.[0];

/** The bytes of a column are not what was written: the database was damaged, or a newer version wrote it. */
export class ColumnUnreadable extends Error {
  constructor(tag: number | undefined, damage: Damage) {
    super(unreadableColumn(tag, nameOfTag(tag), damage));
    this.name = 'ColumnUnreadable';
  }
}
