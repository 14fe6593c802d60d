import { getTranslations } from 'next-intl/server'
import { CallerScreen } from '@/components/call-centre/caller-screen'
import { canReadContactValues } from '@/lib/auth/policies'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { readCallerId } from '@/lib/call-centre/read-caller-id'
import { currentInstant } from '@/lib/clock'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { callerSteps } from '../../caller-steps'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata() {
  return { title: (await getTranslations('callCentre.hit'))('address') }
}

export default async function AddressPage({ params }: Props) {
  const { id } = await params
  const actor = await requireStaff(`/operator/call-centre/addresses/${encodeURIComponent(id)}`)
  const now = await currentInstant()
  const view = await orNotFound(readCallerId(id, 'address_not_found').then((addressId) => getCallerView(actor, { addressId }, now)))
  const utility = await getUtility()
  return <CallerScreen view={view} utility={utility} steps={callerSteps(view.target, canReadContactValues(actor))} />
}
