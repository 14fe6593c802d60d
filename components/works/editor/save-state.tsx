'use client'

import { CircleCheck, CloudOff, OctagonAlert, PencilLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Spinner } from '@/components/ui/spinner'
import { describeTime } from '@/lib/i18n/describe-time'
import type { SaveState as State } from './draft-saver'

const ICONS = {
  untouched: null,
  waiting: PencilLine,
  saving: null,
  saved: CircleCheck,
  unsent: CloudOff,
  refused: OctagonAlert,
  overtaken: OctagonAlert,
  closed: OctagonAlert,
} as const

/** Whether what was typed is kept: "Saved 12:04". Read out when the reader is free. */
export function SaveState({ state, zone }: { state: State; zone: string }) {
  const t = useTranslations('operator.editor.saving')
  const locale = useLocale()
  const Icon = ICONS[state.kind]
  const words = () => {
    if (state.kind === 'saved') return t('saved', { time: describeTime(state.at, zone, locale) })
    if (state.kind === 'refused') return t('refused', { message: state.message })
    return t(state.kind)
  }
  return (
    <p role="status" className="flex items-start gap-2 text-[0.94rem] text-ink-soft">
      {state.kind === 'saving' && <Spinner />}
      {Icon && <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />}
      <span>{words()}</span>
    </p>
  )
}
