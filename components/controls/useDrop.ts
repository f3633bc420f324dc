import { useEffect, useRef, useState } from 'react';

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the page, and tells whether one is held over it. A browser would else leave the page and show the file. */
export function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const ended = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', does: (event: DragEvent) => void): void => {
      window.addEventListener(
        type,
        (event) => {
          if (!hasFile(event)) return;
          event.preventDefault();
          does(event);
        },
        { signal: ended.signal },
      );
    };
    on('dragover', () => {
      setOver(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on('drop', ({ dataTransfer }) => {
      setOver(false);
      const files = [...(dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    });
    return () => {
      ended.abort();
    };
  }, []);
  return isOver;
}
