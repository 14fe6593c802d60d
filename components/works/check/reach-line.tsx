'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { WorksCheck } from '@/lib/works/check/works-check'
import { AskedList } from './asked-list'
import type { CheckActions } from './check-actions'
import { CheckLine } from './check-line'

/** How many of the accounts somebody can tell, and the buildings where nobody can be told. */
export function ReachLine({ check, list }: { check: WorksCheck; list: CheckActions['listUnreached'] }) {
  const t = useTranslations('operator.check.reach')
  const [isOpen, setOpen] = useState(false)
  const { reference, revision, reach } = check
  const query = useQuery({ queryKey: ['unreached', reference, revision], queryFn: () => list(reference), enabled: isOpen })
  const unreached = reach.servicePoints - reach.reachablePoints
  const title = t('title', { share: Math.floor(reach.share * 100), reachable: reach.reachableAccounts, accounts: reach.accounts })
  if (unreached === 0) return <CheckLine tone="clear" title={title} />
  return (
    <CheckLine tone="coming" title={`${title} ${t('unreached', { count: unreached })}`} onOpen={() => setOpen(true)}>
      <p>{t('hint')}</p>
      <AskedList query={query}>
        {(buildings) => (
          <ul className="max-h-72 overflow-y-auto">
            {buildings.map(({ address, units, servicePoints }) => (
              <li key={address}>{t('building', { place: address ?? t('no_address'), points: servicePoints, units })}</li>
            ))}
          </ul>
        )}
      </AskedList>
    </CheckLine>
  )
}
