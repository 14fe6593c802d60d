import { Checkbox } from '@/components/ui/checkbox'

export interface CheckboxGroupProps<Value extends string> {
  name: string
  label: string
  options: ReadonlyArray<{ value: Value; label: string }>
  chosen: readonly Value[]
  error?: string | undefined
  onChange: (chosen: Value[]) => void
}

/** Several of a few; what is chosen keeps the order of the options. */
export function CheckboxGroup<Value extends string>({ name, label, options, chosen, error, onChange }: CheckboxGroupProps<Value>) {
  const toggle = (value: Value, isOn: boolean) =>
    onChange(options.map((option) => option.value).filter((other) => (other === value ? isOn : chosen.includes(other))))
  return (
    <fieldset id={name} aria-describedby={error && `${name}-error`} tabIndex={-1}>
      <legend className="font-semibold">{label}</legend>
      {error && (
        <p id={`${name}-error`} className="font-medium text-danger-ink">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={`${name}.${option.value}`}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
