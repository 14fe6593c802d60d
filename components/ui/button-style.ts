export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'accent'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-brand underline-offset-4 hover:bg-sunken hover:underline',
  danger: 'bg-danger text-on-danger hover:opacity-90',
  accent: 'bg-accent text-on-accent hover:brightness-95',
}

const BASE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-5 py-2 text-center font-semibold transition-colors ' +
  'disabled:cursor-not-allowed disabled:opacity-55'

/** The look that buttons and links that act like buttons share. At least 44 px high, for fingers. */
export function buttonStyle(variant: ButtonVariant, className = ''): string {
  return `${BASE} ${VARIANTS[variant]} ${className}`
}
