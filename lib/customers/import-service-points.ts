import { openPlaceReader, type PlaceReader } from '@/lib/addresses/read-place'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { ImportPlan } from '@/lib/imports/import-plan'
import type { ImportRequest, ImportSummary } from '@/lib/imports/imports'
import { runImport } from '@/lib/imports/run-import'
import { checkServicePoints } from './check-service-points'
import { mergeServicePoints } from './merge-service-points'
import { readServicePoint, SERVICE_POINT_FIELDS, type StagedServicePoint, stageServicePoints } from './stage-service-points'

function servicePointPlan(places: PlaceReader): ImportPlan<StagedServicePoint> {
  return {
    kind: 'service_points',
    table: 'service_point',
    fields: SERVICE_POINT_FIELDS,
    read: (row, line) => readServicePoint(row, line, places),
    key: ({ code }) => code,
    stage: stageServicePoints,
    check: checkServicePoints,
    merge: mergeServicePoints,
  }
}

/**
 * Imports a file of service points at addresses that are there already, or at coordinates. A service point is known by service and code.
 * Throws as runImport does.
 */
export async function importServicePoints(actor: Actor, request: ImportRequest, now: Date): Promise<ImportSummary> {
  return runImport(actor, servicePointPlan(await openPlaceReader(database())), request, now)
}
