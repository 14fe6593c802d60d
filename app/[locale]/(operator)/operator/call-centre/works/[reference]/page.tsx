import { WorksBriefScreen } from '@/components/call-centre/works-brief-screen'
import { getWorksBrief } from '@/lib/call-centre/get-works-brief'
import { currentInstant } from '@/lib/clock'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { writeCallNoteAction } from '../../actions'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: (await params).reference }
}

export default async function WorksBriefPage({ params }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/call-centre/works/${encodeURIComponent(reference)}`)
  const brief = await orNotFound(getWorksBrief(actor, reference, await currentInstant()))
  const { zone } = await getUtility()
  return <WorksBriefScreen brief={brief} zone={zone} note={writeCallNoteAction} />
}
