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
  const name = (index: number, side: 'start' | 'end') => `${path}.${index}.${side}`
  const change = (key: number, part: Partial<WindowInput>) =>
    onChange(windows.map((window) => (window.key === key ? { ...window, ...part } : window)))
  const add = () => onChange([...windows, { key: Math.max(...windows.map(({ key }) => key)) + 1, start: '', end: '' }])
  return (
    <fieldset id={path} className="space-y-4">
      <legend className="text-lg font-bold">{t('windows')}</legend>
      <p className="text-[0.94rem] text-ink-soft">{t('windows_hint', { zone })}</p>
      {errorOf(path) && <p className="font-medium text-danger-ink">{errorOf(path)}</p>}
      {windows.map(({ key, start, end }, index) => (
        <fieldset key={key} className="relative space-y-3 rounded-control border border-line p-3">
          <legend className="px-1 font-semibold">{t('window', { number: index + 1 })}</legend>
          <TextField
            type="datetime-local"
            name={name(index, 'start')}
            label={t('start')}
            value={start}
            error={errorOf(name(index, 'start'))}
            onChange={(event) => change(key, { start: event.target.value })}
          />
          <TextField
            type="datetime-local"
            name={name(index, 'end')}
            label={t('end')}
            value={end}
            min={start}
            error={errorOf(name(index, 'end'))}
            onChange={(event) => change(key, { end: event.target.value })}
          />
          {windows.length > 1 && (
            <Button variant="quiet" onClick={() => onChange(windows.filter((window) => window.key !== key))}>
              <X aria-hidden="true" className="size-5" />
              {t('remove_window', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button variant="secondary" onClick={add}>
        <CalendarPlus aria-hidden="true" className="size-5" />
        {t('add_window')}
      </Button>
    </fieldset>
  )
}
