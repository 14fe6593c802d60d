import { requestInstant } from '@/lib/http/request-instant'
import { checkHealth } from '@/lib/notices/check-health'

/** GET /api/health: for probes. 503 when something is broken. */
export async function GET(): Promise<Response> {
  const health = await checkHealth(await requestInstant())
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}

/** What it says is of now, so it is never answered at build time. */
export const dynamic = 'force-dynamic'
