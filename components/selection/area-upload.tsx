'use client'

import type { MultiPolygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { AppError, type ErrorDetail } from '@/lib/errors'

/** How a reading ended, for the field that it came from. */
interface Outcome {
  from: 'file' | 'text'
  problem?: ErrorDetail
  taken?: number
}

async function readFile(file: Blob): Promise<MultiPolygon> {
  const { readAreaFile } = await import('@/lib/works/selection/upload/read-area-file')
  return readAreaFile(file)
}

/** Areas from elsewhere: a file of GeoJSON or a zipped shapefile, or pasted GeoJSON. They are added to what is drawn. */
export function AreaUpload({ onArea }: { onArea: (area: MultiPolygon) => void }) {
  const t = useTranslations('operator.selection.upload')
  const errors = useTranslations('errors') as (key: string, params?: ErrorDetail['params']) => string
  const [text, setText] = useState('')
  const [isReading, setReading] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const latest = useRef(0)
  const read = async (from: Outcome['from'], file: Blob) => {
    latest.current += 1
    const turn = latest.current
    setReading(true)
    setOutcome(null)
    try {
      const area = await readFile(file)
      if (turn !== latest.current) return
      onArea(area)
      setText('')
      setOutcome({ from, taken: area.coordinates.length })
    } catch (error) {
      const problem = error instanceof AppError ? error.detail : { reason: 'area_file_damaged' }
      if (turn === latest.current) setOutcome({ from, problem })
    } finally {
      if (turn === latest.current) setReading(false)
    }
  }
  const errorOf = (from: Outcome['from']) =>
    outcome?.from === from && outcome.problem ? errors(outcome.problem.reason, outcome.problem.params) : undefined
  return (
    <details className="rounded-control border border-line px-3">
      <summary className="flex min-h-11 items-center font-semibold">{t('title')}</summary>
      <div className="space-y-3 pb-3">
        <TextField
          type="file"
          name="selection-area-file"
          label={t('file')}
          hint={t('file_hint')}
          error={errorOf('file')}
          accept=".geojson,.json,.zip,application/geo+json,application/json,application/zip"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) read('file', file)
            // The same file can be chosen again once it is mended.
            event.target.value = ''
          }}
        />
        <TextArea
          name="selection-area-text"
          label={t('text')}
          hint={t('text_hint')}
          error={errorOf('text')}
          value={text}
          spellCheck={false}
          className="font-mono text-[0.88rem]"
          onChange={(event) => setText(event.target.value)}
        />
        <Button variant="secondary" disabled={text.trim() === ''} onClick={() => read('text', new Blob([text]))}>
          {t('add')}
        </Button>
        <p role="status" className="flex items-center gap-2">
          {isReading && <Spinner />}
          {isReading && t('reading')}
          {outcome?.taken !== undefined && t('taken', { count: outcome.taken })}
        </p>
      </div>
    </details>
  )
}
