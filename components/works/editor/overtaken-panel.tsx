'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { SaveState } from './draft-saver'

export interface OvertakenPanelProps {
  state: SaveState
  zone: string
  /** Loads what the other saved, and keeps what stands here below. Answers with what went wrong, if anything did. */
  showTheirs: () => Promise<string | null>
}

/** Somebody else saved first, or these works are no draft any more: nothing more is saved from here, and nothing that stands here is lost. */
export function OvertakenPanel({ state, zone, showTheirs }: OvertakenPanelProps) {
  const t = useTranslations('operator.editor.overtaken')
  const errors = useTranslations('errors') as (key: string, params?: Record<string, string | number>) => string
  const locale = useLocale()
  const [problem, setProblem] = useState<string | null>(null)
  const [isLoading, startLoading] = useTransition()
  if (state.kind === 'closed') return <Alert tone="danger" role="alert" title={errors(state.reason, state.params)} />
  if (state.kind !== 'overtaken') return null
  const at = describeInstant(state.at, zone, locale)
  const load = () => startLoading(async () => setProblem(await showTheirs()))
  return (
    <Alert tone="danger" role="alert" title={state.by ? t('by_other', { name: state.by, at }) : t('by_you', { at })}>
      <p>{t('nothing_lost')}</p>
      {problem && <p className="font-medium">{problem}</p>}
      <Button variant="secondary" pending={isLoading} onClick={load}>
        {state.by ? t('show_theirs') : t('show_newer')}
      </Button>
    </Alert>
  )
}
