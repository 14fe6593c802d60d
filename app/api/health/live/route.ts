/** GET /api/health/live: for probes that only ask whether the process answers. Asks nobody, the database neither. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}

/** What it says is of now, so it is never answered at build time. */
export const dynamic = 'force-dynamic'
