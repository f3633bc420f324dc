/** The plumb line: straight down, and the bob that hangs off it. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className} fill="none" stroke="currentColor">
      <path d="M5 2.5h14" strokeWidth="2" />
      <path d="M12 2.5v11" strokeWidth="1.5" />
      <path d="M12 13.2l3.6 3.1L12 22l-3.6-5.7z" fill="currentColor" stroke="none" />
      <path d="M12 2.5l7.2 13.6" strokeWidth="1.5" stroke="var(--below)" strokeDasharray="1.6 1.8" />
    </svg>
  );
}
