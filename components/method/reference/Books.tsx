import { HEADS } from '@/lib/words/en/method/example';
import { CHOICE_TABLE, choiceOf, choiceSum, NO_CHOICE, ratedOf } from '@/lib/words/en/method/reference';
import { amount, count } from '@/lib/words/numbers';
import { Example, NoExample, type StoredExample } from '../Example';
import { Sum, Value } from '../Figures';
import { minuteLinks } from '../links';
import { Sheet } from '../Sheet';

/** The spot books of one venue on the day of the example, and which of them stands for it. */
export function Books({ example, simulated }: StoredExample) {
  const { choice } = example;
  if (choice === null) return <NoExample>{NO_CHOICE}</NoExample>;
  const table = CHOICE_TABLE;
  return (
    <Example of={choiceOf(example.name, choice)} simulated={simulated} links={minuteLinks(example, choice.venue)}>
      <Sheet
        label={table.label}
        narrow
        testId="books-example"
        heads={[
          HEADS.market,
          { figures: table.volume },
          { figures: table.traded },
          { figures: table.rated },
          table.chosen,
        ]}
      >
        {choice.books.map((book) => (
          <tr key={book.market} className={book.isChosen ? 'is-focus' : undefined}>
            <th scope="row">{book.market}</th>
            <td className="num">
              <Value of={book.baseVolume} as={amount} />
            </td>
            <td className="num">{count(book.traded)}</td>
            <td className="num">{ratedOf(book)}</td>
            <td>{book.isChosen ? table.yes : table.no}</td>
          </tr>
        ))}
      </Sheet>
      <Sum of={choiceSum(choice)} />
    </Example>
  );
}
