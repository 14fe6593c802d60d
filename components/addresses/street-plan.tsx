/** Blocks of a town seen from above, one of them told ahead of time. Pure ornament. */
export function StreetPlan({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 420 320" className={className} fill="none">
      <g transform="rotate(-14 210 160)">
        <g fill="currentColor" opacity="0.13">
          <rect x="10" y="20" width="92" height="62" rx="8" />
          <rect x="116" y="6" width="64" height="76" rx="8" />
          <rect x="194" y="20" width="120" height="62" rx="8" />
          <rect x="328" y="30" width="84" height="52" rx="8" />
          <rect x="10" y="98" width="58" height="88" rx="8" />
          <rect x="82" y="98" width="98" height="88" rx="8" />
          <rect x="328" y="98" width="84" height="88" rx="8" />
          <rect x="10" y="202" width="126" height="60" rx="8" />
          <rect x="150" y="202" width="72" height="92" rx="8" />
          <rect x="236" y="202" width="78" height="60" rx="8" />
          <rect x="328" y="202" width="84" height="80" rx="8" />
        </g>
        <rect x="194" y="98" width="120" height="88" rx="8" fill="var(--accent)" opacity="0.16" />
        <rect x="194" y="98" width="120" height="88" rx="8" stroke="var(--accent)" strokeWidth="3" strokeDasharray="9 7" />
        <g fill="var(--accent)">
          <circle cx="214" cy="118" r="6" />
          <circle cx="246" cy="118" r="6" />
          <circle cx="278" cy="118" r="6" />
          <circle cx="214" cy="166" r="6" />
          <circle cx="262" cy="166" r="6" />
          <circle cx="294" cy="150" r="6" />
        </g>
        <path d="M-30 90 H450 M-30 194 H450 M187 -40 V360 M321 -40 V360" stroke="currentColor" strokeOpacity="0.16" strokeWidth="2" />
      </g>
    </svg>
  )
}
