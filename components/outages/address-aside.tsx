import { useTranslations } from 'next-intl'
import { EnrolLink } from '@/components/enrol/enrol-link'
import { AreaMap } from '@/components/map/area-map'
import type { AddressDetail } from '@/lib/addresses/addresses'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { Utility } from '@/lib/utility/utility'
import type { PublicWorks } from '@/lib/works/works'
import { ContactCard } from './contact-card'
import { FollowCard } from './follow-card'

export interface AddressAsideProps {
  /** Null while it cannot be read. */
  address: AddressDetail | null
  works: readonly PublicWorks[]
  utility: Utility | null
  /** "https://example.org" */
  origin: string
  token: string | undefined
}

/** What helps beside the answer: whom to call, how to follow, and where it is. */
export function AddressAside({ address, works, utility, origin, token }: AddressAsideProps) {
  const t = useTranslations('address')
  const marks = works.filter(({ state }) => state !== 'cancelled').flatMap(({ supplyPlaces }) => supplyPlaces)
  return (
    <>
      {utility && <ContactCard utility={utility} />}
      {address && (
        <FollowCard addressId={address.id} origin={origin}>
          <EnrolLink addressId={address.id} />
        </FollowCard>
      )}
      {address && (
        <AreaMap
          point={address.point}
          marks={marks}
          label={t(marks.length > 0 ? 'map_supply' : 'map', { address: `${address.street} ${formatHouseNumber(address)}` })}
          token={token}
          className="print:hidden"
        />
      )}
    </>
  )
}
