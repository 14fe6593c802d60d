import type { ComponentProps } from 'react'
import { controlAttributes, controlStyle, Field, type FieldProps } from './field'

export function TextArea({ name, label, hint, error, className, ...rest }: FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <textarea rows={3} className={controlStyle(error, className)} {...controlAttributes({ name, hint, error })} {...rest} />
    </Field>
  )
}
