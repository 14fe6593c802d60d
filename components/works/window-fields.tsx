'use client'

import { CalendarPlus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { WindowInput } from '@/lib/works/works'

/** A window while it is typed; `key` tells it from the others. */
export type WindowDraft = WindowInput & { key: number }

export interface WindowFieldsProps {
  windows: readonly WindowDraft[]
  onChange: (windows: WindowDraft[]) => void
  /** What the path of the field is: `parts.0.windows`. */
  name: string
  /** What is wrong, by the name of the field. */
  errorOf: (field: string) => string | undefined
  /** Where the clocks are that the times are read on. */
  zone: string
}

/** When supply is interrupted: one window, or several. */
export function WindowFields({ windows, onChange, name: path, errorOf, zone }: WindowFieldsProps) {
  const t = useTranslations('operator.editor')
  const change = (key: number, part: Partial<WindowInput>) =>
    onChange(windows.map((window) => (window.key === key ? { ...window, ...part } : window)))
  const add = () => onChange([...windows, { key: Math.max(-1, ...windows.map(({ key }) => key)) + 1, start: '', end: '' }])
  return (
    <fieldset id={path} tabIndex={-1} className="space-y-4">
      <legend className="text-lg font-bold">{t('windows')}</legend>
      <p className="text-[0.94rem] text-ink-soft">{t('windows_hint', { zone })}</p>
      {errorOf(path) && <p className="font-medium text-danger-ink">{errorOf(path)}</p>}
      {windows.map((window, index) => (
        <WindowField
          key={window.key}
          window={window}
          name={`${path}.${index}`}
          number={index + 1}
          errorOf={errorOf}
          onChange={(part) => change(window.key, part)}
          onRemove={windows.length > 1 ? () => onChange(windows.filter(({ key }) => key !== window.key)) : null}
        />
      ))}
      <Button variant="secondary" onClick={add}>
        <CalendarPlus aria-hidden="true" className="size-5" />
        {t('add_window')}
      </Button>
    </fieldset>
  )
}

interface WindowFieldProps extends Pick<WindowFieldsProps, 'errorOf'> {
  window: WindowDraft
  name: string
  number: number
  onChange: (part: Partial<WindowInput>) => void
  /** Null for the last that is left. */
  onRemove: (() => void) | null
}

function WindowField({ window: { start, end }, name, number, errorOf, onChange, onRemove }: WindowFieldProps) {
  const t = useTranslations('operator.editor')
  const errors = useTranslations('errors')
  // Both are texts of one shape on the same clocks, so that they can be compared as they stand.
  const isBackwards = start !== '' && end !== '' && end <= start
  return (
    <fieldset className="relative grid items-end gap-3 rounded-control border border-line p-3 sm:grid-cols-2">
      <legend className="px-1 font-semibold">{t('window', { number })}</legend>
      <TextField
        type="datetime-local"
        name={`${name}.start`}
        label={t('start')}
        value={start}
        error={errorOf(`${name}.start`)}
        onChange={(event) => onChange({ start: event.target.value })}
      />
      <TextField
        type="datetime-local"
        name={`${name}.end`}
        label={t('end')}
        value={end}
        min={start}
        error={errorOf(`${name}.end`) ?? (isBackwards ? errors('window_ends_before_start') : undefined)}
        onChange={(event) => onChange({ end: event.target.value })}
      />
      {onRemove && (
        <Button variant="quiet" className="justify-self-start" onClick={onRemove}>
          <X aria-hidden="true" className="size-5" />
          {t('remove_window', { number })}
        </Button>
      )}
    </fieldset>
  )
}
