import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canImport } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { BoundaryKind } from '@/lib/db/generated/enums'
import type { ImportPlan } from '@/lib/imports/import-plan'
import type { ImportRequest, ImportSummary } from '@/lib/imports/imports'
import { runImport } from '@/lib/imports/run-import'
import { checkBoundaries } from './check-boundaries'
import { mergeBoundaries } from './merge-boundaries'
import { openBoundaryFile } from './open-boundary-file'
import {
  type BoundaryFormat,
  boundaryFields,
  readBoundary,
  requireKnownCrs,
  type StagedBoundary,
  stageBoundaries,
} from './stage-boundaries'

export interface BoundaryImportRequest extends ImportRequest {
  kind: BoundaryKind
  /** EPSG code of the coordinates; 4326 (WGS84) where it is left out. */
  crs?: number
}

function boundaryPlan(format: BoundaryFormat): ImportPlan<StagedBoundary> {
  return {
    kind: 'boundaries',
    table: 'boundary',
    fields: boundaryFields(format.kind),
    open: openBoundaryFile,
    read: (row, line) => readBoundary(row, line, format),
    stage: (db, runId, rows) => stageBoundaries(db, runId, rows, format.crs),
    check: checkBoundaries,
    merge: mergeBoundaries,
  }
}

/**
 * Imports a GeoJSON file of municipalities, quarters or network zones. A boundary is known by kind, service and code, or by its name where it has no
 * code. Throws as runImport does, and `bad_input` for a coordinate system that is not known or that the coordinates are not of.
 */
export async function importBoundaries(actor: Actor, request: BoundaryImportRequest, now: Date): Promise<ImportSummary> {
  requirePolicy(actor, canImport(actor))
  const { kind, crs = 4326 } = request
  await requireKnownCrs(crs)
  const utility = await database().utility.findUnique({ where: { id: 1 }, select: { country: true } })
  return runImport(actor, boundaryPlan({ kind, crs, country: utility?.country ?? '' }), request, now)
}
