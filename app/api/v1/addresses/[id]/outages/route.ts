import { readAddressId } from '@/lib/addresses/read-address-id'
import { publicRoute } from '@/lib/http/public-route'
import { findOutagesOrUnknown } from '@/lib/works/find-outages-or-unknown'

/** GET /api/v1/addresses/{id}/outages */
export const GET = publicRoute<{ id: string }>(({ params, now }) => findOutagesOrUnknown(readAddressId(params.id), now))
