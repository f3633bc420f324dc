import { CHAPTERS } from './chapters';

/** Every part of the page by its anchor; beside the text on a wide screen, above it on a narrow one. */
export function Contents() {
  return (
    <nav aria-label="On this page" className="method-contents">
      <p className="label">On this page</p>
      <ol className="mt-2">
        {CHAPTERS.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#${id}`}>
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
