import { PAGE } from '@/lib/words/en/method/page';
import { anchorOf, CHAPTERS } from './chapters';

/** Every part of the page by its anchor; beside the text on a wide screen, above it on a narrow one. */
export function Contents() {
  return (
    <nav aria-label={PAGE.contents} className="method-contents">
      <p className="label">{PAGE.contents}</p>
      <ol className="mt-2">
        {CHAPTERS.map(({ id, number, title }) => (
          <li key={id}>
            <a href={anchorOf(id)}>
              <span aria-hidden className="method-number">
                {number}
              </span>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
