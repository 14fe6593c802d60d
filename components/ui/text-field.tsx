import type { ComponentProps } from 'react'
import { controlAttributes, controlStyle, Field, type FieldProps } from './field'

export function TextField({ name, label, hint, error, className, ...rest }: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input type="text" className={controlStyle(error, className)} {...controlAttributes({ name, hint, error })} {...rest} />
    </Field>
  )
}
