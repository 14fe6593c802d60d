'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { StageRow } from './stage-row'

const KINDS = ['advance', 'day_before', 'same_day'] as const
const WAYS = ['clock', 'lead'] as const

export interface StageFieldsProps {
  /** What the names of the fields begin with. */
  name: string
  number: number
  row: StageRow
  error: string | undefined
  onWrite: (row: StageRow) => void
  /** Left out where it is the only stage. */
  onRemove: (() => void) | undefined
}

/** One stage: what kind of notice it is, and when it is due. */
export function StageFields({ name, number, row, error, onWrite, onRemove }: StageFieldsProps) {
  const t = useTranslations('operator.settings')
  const kinds = useTranslations('notice.kind')
  const write = (part: Partial<StageRow>) => onWrite({ ...row, ...part })
  return (
    <fieldset className={`rounded-control border p-3 ${error ? 'border-2 border-danger' : 'border-line'}`}>
      <legend className="px-1 font-semibold">{t('stage', { number })}</legend>
      {error && (
        <p role="alert" className="pb-2 font-medium text-danger-ink">
          {error}
        </p>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[1.3fr_1.7fr_0.8fr_1fr]">
        <SelectField
          name={`${name}.kind`}
          label={t('kind')}
          value={row.kind}
          options={KINDS.map((value) => ({ value, label: kinds(value) }))}
          onChange={(event) => write({ kind: event.target.value as StageRow['kind'] })}
        />
        <SelectField
          name={`${name}.by`}
          label={t('by')}
          value={row.by}
          options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
          onChange={(event) => write({ by: event.target.value as StageRow['by'] })}
        />
        {row.by === 'clock' ? (
          <>
            <TextField
              type="number"
              min={0}
              max={90}
              name={`${name}.daysBefore`}
              label={t('days_before')}
              value={row.daysBefore}
              onChange={(event) => write({ daysBefore: event.target.value })}
            />
            <TextField
              type="time"
              name={`${name}.at`}
              label={t('at')}
              value={row.at}
              onChange={(event) => write({ at: event.target.value })}
            />
          </>
        ) : (
          <TextField
            inputMode="decimal"
            name={`${name}.hours`}
            label={t('hours_before')}
            value={row.hours}
            onChange={(event) => write({ hours: event.target.value })}
          />
        )}
      </div>
      {onRemove && (
        <Button variant="quiet" className="-ml-3" onClick={onRemove}>
          <X aria-hidden="true" className="size-5" />
          {t('remove_stage', { number })}
        </Button>
      )}
    </fieldset>
  )
}
