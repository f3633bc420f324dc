import { windowFields } from '@/lib/words/windowFields';
import { TypedField } from './TypedField';

interface Props {
  readonly name: string;
  readonly label: string;
  /** A minute as an address has it, or whatever was typed instead. */
  readonly value: string | undefined;
  /** The id of the line that says what is wrong with it; undefined: nothing. */
  readonly wrongId: string | undefined;
  readonly className?: string;
}

/** A UTC minute, typed, in a plain form that works before any script has run. Text, because a browser's own date field would show the reader's zone and format. */
export const MinuteField = ({ value, className = 'w-[11.5rem]', ...field }: Props) => (
  <TypedField
    {...field}
    value={value?.replace('T', ' ').replace('Z', '')}
    example={windowFields.example}
    className={className}
  />
);
