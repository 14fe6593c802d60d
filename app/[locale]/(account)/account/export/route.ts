import { customerRoute } from '@/lib/http/customer-route'
import { exportOwnData } from '@/lib/self-service/export-own-data'

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Disposition': 'attachment; filename="preavviso-data.json"',
  'Cache-Control': 'no-store',
}

/** All that is kept of whoever is signed in, as a file: whole with a code, else shortened. */
export const POST = customerRoute(async ({ actor, form, now }) => {
  const [proofId, code] = [form.get('proof'), form.get('code')]
  const proof = typeof proofId === 'string' && typeof code === 'string' ? { proofId, code } : null
  const data = await exportOwnData(actor, proof, now)
  return new Response(JSON.stringify(data, null, 2), { headers: HEADERS })
})
