/** Preavviso's mark: a P whose bowl is a lamp, lit ahead of time. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className} fill="none">
      <path d="M8 28V4h9a8 8 0 0 1 0 16H8" stroke="currentColor" strokeWidth="4" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx="16.5" cy="12" r="3.6" fill="var(--accent)" />
    </svg>
  )
}
