'use client'

import { CalendarRange } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { WindowInput } from '@/lib/works/works'
import { type ExpandedNights, expandNights, type Nights } from './expand-nights'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** 1 January 2024 was a Monday. */
function nameOf(weekday: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}

export interface NightsBuilderProps {
  /** What the path of its fields begins with. */
  name: string
  onBuild: (windows: WindowInput[]) => void
}

/** "Each night from 22:00 to 05:00, from this day to that": becomes a window a night. */
export function NightsBuilder({ name, onBuild }: NightsBuilderProps) {
  const t = useTranslations('operator.editor.nights')
  const locale = useLocale()
  const [nights, setNights] = useState<Nights>({ from: '', to: '', start: '22:00', end: '05:00', weekdays: WEEKDAYS })
  const [problem, setProblem] = useState<Extract<ExpandedNights, { problem: string }>['problem'] | null>(null)
  const write = (change: Partial<Nights>) => setNights((before) => ({ ...before, ...change }))
  const toggle = (day: number, isOn: boolean) =>
    write({ weekdays: isOn ? [...nights.weekdays, day] : nights.weekdays.filter((other) => other !== day) })
  const build = () => {
    const expanded = expandNights(nights)
    setProblem('problem' in expanded ? expanded.problem : null)
    if ('windows' in expanded) onBuild(expanded.windows)
  }
  const fields = [
    { key: 'from', type: 'date' },
    { key: 'to', type: 'date' },
    { key: 'start', type: 'time' },
    { key: 'end', type: 'time' },
  ] as const
  return (
    <details className="rounded-control border border-line px-3">
      <summary className="flex min-h-11 items-center font-semibold">{t('open')}</summary>
      <div className="space-y-4 pb-4">
        <p className="text-[0.94rem] text-ink-soft">{t('hint')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map(({ key, type }) => (
            <TextField
              key={key}
              type={type}
              name={`${name}.${key}`}
              label={t(key)}
              value={nights[key]}
              onChange={(event) => write({ [key]: event.target.value })}
            />
          ))}
        </div>
        <fieldset>
          <legend className="font-semibold">{t('weekdays')}</legend>
          <div className="flex flex-wrap gap-x-5">
            {WEEKDAYS.map((day) => (
              <Checkbox
                key={day}
                name={`${name}.weekday.${day}`}
                label={nameOf(day, FORMATS[locale])}
                checked={nights.weekdays.includes(day)}
                onChange={(event) => toggle(day, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
        {problem && <Alert tone="danger" role="alert" title={t(problem)} />}
        <Button variant="secondary" onClick={build}>
          <CalendarRange aria-hidden="true" className="size-5" />
          {t('build')}
        </Button>
      </div>
    </details>
  )
}
