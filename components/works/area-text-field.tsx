'use client'

import type { MultiPolygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { ErrorDetail } from '@/lib/errors'
import { readAreaText } from './read-area-text'

export interface AreaTextFieldProps {
  given: MultiPolygon | null
  onGive: (area: MultiPolygon | null) => void
}

/** The way to an area without a map: GeoJSON, pasted or from a file. */
export function AreaTextField({ given, onGive }: AreaTextFieldProps) {
  const t = useTranslations('operator.editor')
  const errors = useTranslations('errors') as (key: string, params?: ErrorDetail['params']) => string
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<ErrorDetail | null>(null)
  const read = (source: string) => {
    const result = source.trim() === '' ? null : readAreaText(source)
    setProblem(result && 'problem' in result ? result.problem : null)
    onGive(result && 'area' in result ? result.area : null)
  }
  const remove = () => {
    setText('')
    read('')
  }
  return (
    <details className="rounded-control border border-line px-3">
      <summary className="flex min-h-11 items-center font-semibold">{t('area_text')}</summary>
      <div className="space-y-3 pb-3">
        <TextArea
          name="area-text"
          label={t('area_paste')}
          hint={t('area_paste_hint')}
          error={problem && errors(problem.reason, problem.params)}
          value={text}
          spellCheck={false}
          className="font-mono text-[0.88rem]"
          onChange={(event) => {
            setText(event.target.value)
            read(event.target.value)
          }}
        />
        <TextField
          type="file"
          name="area-file"
          label={t('area_file')}
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={async (event) => read((await event.target.files?.[0]?.text()) ?? '')}
        />
        <p role="status">{given && t('area_given', { count: given.coordinates.length })}</p>
        {given && (
          <Button variant="secondary" onClick={remove}>
            {t('area_remove')}
          </Button>
        )}
      </div>
    </details>
  )
}
