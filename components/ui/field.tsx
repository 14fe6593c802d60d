import type { ReactNode } from 'react'

export interface FieldProps {
  /** Also the control's id, so that an error summary can lead to it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to mend it. */
  error?: ReactNode
}

const CONTROL =
  'w-full min-h-11 rounded-control border bg-surface px-3.5 py-2 text-ink placeholder:text-ink-soft disabled:bg-sunken disabled:text-ink-soft'

/** The look of anything that one types or chooses in. */
export function controlStyle(error: ReactNode, className = ''): string {
  return `${CONTROL} ${error ? 'border-2 border-danger' : 'border-line-strong'} ${className}`
}

/** Ties a control to its hint and its error. */
export function controlAttributes({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return { id: name, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined } as const
}

/** A visible label, then the hint, then what is wrong, then the control. */
export function Field({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-[0.94rem] text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="font-medium text-danger-ink">
          {error}
        </p>
      )}
      {children}
    </div>
  )
}
