'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WorksCheck } from '@/lib/works/check/works-check'
import { AskedList } from './asked-list'
import type { CheckActions } from './check-actions'
import { CheckLine } from './check-line'

/** Which service points lose supply. */
export function AffectedLine({ check, list }: { check: WorksCheck; list: CheckActions['listAffected'] }) {
  const t = useTranslations('operator.check')
  const [isOpen, setOpen] = useState(false)
  const { reference, revision, affected } = check
  const query = useQuery({ queryKey: ['affected', reference, revision], queryFn: () => list(reference), enabled: isOpen })
  if (affected.servicePoints === 0) return <CheckLine tone="danger" title={t('affected.nobody')} />
  return (
    <CheckLine
      tone="info"
      title={t('affected.title', { points: affected.servicePoints, units: affected.units })}
      onOpen={() => setOpen(true)}
    >
      <AskedList query={query}>
        {({ points, isWhole }) => (
          <>
            <ul className="max-h-72 overflow-y-auto">
              {points.map(({ code, address, units }) => (
                <li key={code}>{t('affected.point', { place: address ?? t('affected.no_address'), code, units })}</li>
              ))}
            </ul>
            {!isWhole && <p className="text-ink-soft">{t('affected.more', { count: points.length })}</p>}
          </>
        )}
      </AskedList>
    </CheckLine>
  )
}
