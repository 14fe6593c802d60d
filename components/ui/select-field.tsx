import type { ComponentProps } from 'react'
import { controlAttributes, controlStyle, Field, type FieldProps } from './field'

export interface SelectOption {
  value: string
  label: string
}

export interface SelectFieldProps extends FieldProps, Omit<ComponentProps<'select'>, 'name' | 'id' | 'children'> {
  options: readonly SelectOption[]
}

export function SelectField({ name, label, hint, error, options, className, ...rest }: SelectFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <select className={controlStyle(error, className)} {...controlAttributes({ name, hint, error })} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
