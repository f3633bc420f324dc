import { windowFields } from '@/lib/words/windowFields';
import { TypedField } from './TypedField';

interface Props {
  readonly name: string;
  readonly label: string;
  /** A minute as an address has it, or whatever was typed instead. */
  readonly value: string | undefined;
  /** The id of the line that says what is wrong with it; undefined: nothing. */
  readonly wrongId: string | undefined;
  /** What an empty field stands for, as an address has it; undefined: how a minute is written. */
  readonly usual?: string | undefined;
  readonly className?: string;
}

/** A UTC minute, typed, in a plain form that works before any script has run. Text, because a browser's own date field would show the reader's zone and format. */
export const MinuteField = ({ value, usual, className = 'w-full sm:w-[11.5rem]', ...field }: Props) => (
  <TypedField
    {...field}
    value={spaced(value)}
    example={spaced(usual) ?? windowFields.example}
    className={className}
    outer={TWO_ON_A_PHONE}
  />
);

/** Both ends of a window in one row, where a phone has the width for two. */
const TWO_ON_A_PHONE = 'max-sm:basis-[calc(50%-0.375rem)] max-2xs:basis-full';

const spaced = (minute: string | undefined): string | undefined => minute?.replace('T', ' ').replace('Z', '');
