import type { ComponentProps } from 'react'
import { controlAttributes, type FieldProps } from './field'

export function Checkbox({ name, label, hint, error, ...rest }: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id' | 'type'>) {
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" className="size-6 shrink-0 accent-brand" {...controlAttributes({ name, hint, error })} {...rest} />
        <span className="font-medium">{label}</span>
      </label>
      {hint && (
        <p id={`${name}-hint`} className="pl-9 text-[0.94rem] text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="pl-9 font-medium text-danger-ink">
          {error}
        </p>
      )}
    </div>
  )
}
