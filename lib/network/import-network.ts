import path from 'node:path'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canImport } from '@/lib/auth/policies'
import { type Db, database, transaction } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { allowMemory, countRejectedByReason, countRejectedRows, finishRun, touchRun } from '@/lib/imports/queries'
import { RejectedRows } from '@/lib/imports/rejected-rows'
import { checkDevices, checkLinks, checkNodes, checkPoints } from './check-staged-network'
import { findNetworkWarnings, type NetworkWarning } from './find-network-warnings'
import { mergeNetwork, type NetworkCounts } from './merge-network'
import { closeNetworkRun, openNetworkRun } from './network-run'
import { type NetworkFile, openNetworkFiles } from './open-network-files'
import { placeStagedDevices, placeStagedLinks, placeStagedPoints, requireKnownCrs, WGS84 } from './place-staged-network'
import { findNetworkProblems } from './rejected-parts'
import { type Renumbered, renumberSegments } from './renumber-segments'
import { stageNetwork } from './stage-network'
import type { StagedRun } from './staged-run'
import { countTiedPoints, DEFAULT_TIE_WITHIN, type TiedPoints, tieServicePoints } from './tie-service-points'
import { writeNetworkRejects } from './write-network-rejects'

export interface NetworkImportRequest {
  service: Service
  /** EPANET or GeoJSON, told apart by their content. Together they are the whole network of the service. */
  files: string[]
  /** CSV of `link,node`: devices that stand beside an EPANET file. */
  valves?: string
  /** EPSG number of the files' coordinates; WGS84 unless it is given. */
  crs?: number
  /** How far, in metres, a service point that names no node and no link may be from the link that it belongs to. */
  within?: number
  /** Keeps what the network holds already and the files do not name. */
  add?: boolean
  dryRun?: boolean
  /** Where rejected parts and what was warned of go; without it one rejected part stops the import. */
  rejectFile?: string
  onProgress?: (bytesRead: number, bytesTotal: number) => void
}

export interface NetworkImportSummary {
  files: string[]
  new: number
  changed: number
  unchanged: number
  removed: number
  rejected: number
  parts: NetworkCounts
  segments: number
  /** Of these, how many no source reaches. */
  unsuppliedSegments: number
  /** Of all service points of the service. */
  tied: TiedPoints & { tieWithin: number }
  warnings: NetworkWarning[]
}

type Merged = Omit<NetworkImportSummary, 'files' | 'rejected'>

/** So many problems are shown where an import stops because of them, and so many examples where it warns. */
const SHOWN = { problems: 10, examples: 5 }

/** A point further from its pipe than this, in metres, is a mistake in coordinates. */
const MAX_WITHIN = 5_000

/** Thrown to take a dry run's merge back. */
class DryRun extends Error {
  constructor(readonly merged: Merged) {
    super('dry run')
  }
}

function total(counts: NetworkCounts, of: 'new' | 'changed' | 'unchanged' | 'removed'): number {
  return Object.values(counts).reduce((sum, part) => sum + part[of], 0)
}

async function stageFiles(db: Db, runId: number, files: NetworkFile[], onProgress?: NetworkImportRequest['onProgress']): Promise<void> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  let before = 0
  for (const [position, file] of files.entries()) {
    const entries = file.read((read) => onProgress?.(before + read, bytes))
    await stageNetwork({ db, runId, file: position }, entries, () => touchRun(db, runId))
    before += file.bytes
  }
  await db.$executeRaw`ANALYZE staging.network_node, staging.network_link, staging.network_device, staging.network_point, staging.network_remark`
}

/** Every part is placed when what it stands on is known to be right. */
async function checkRun(run: StagedRun, crs: number): Promise<void> {
  await placeStagedPoints(run, crs)
  await checkNodes(run)
  await placeStagedLinks(run, crs)
  await checkLinks(run)
  await placeStagedDevices(run)
  await checkDevices(run)
  await checkPoints(run)
}

async function refuse(db: Db, runId: number, names: string[], count: number): Promise<never> {
  const problems = await findNetworkProblems(db, runId, names, SHOWN.problems)
  throw new RejectedRows(names.join(', '), count, problems, await countRejectedByReason(db, runId))
}

async function requireSource(db: Db, service: Service, names: string[]): Promise<void> {
  const nodes = await db.networkNode.count({ where: { service } })
  if (nodes === 0) throw badInput('network_empty', 'file', { file: names.join(', ') })
  const source = await db.networkNode.findFirst({ where: { service, kind: { in: ['source', 'tank'] } }, select: { id: true } })
  if (!source) throw badInput('network_no_source', 'file', { file: names.join(', ') })
}

async function mergeRun(run: StagedRun, request: NetworkImportRequest, names: string[], now: Date): Promise<Merged> {
  const { db, service } = run
  const tieWithin = request.within ?? DEFAULT_TIE_WITHIN
  const parts = await mergeNetwork(run)
  await requireSource(db, service, names)
  const { segments, unsupplied }: Renumbered = await renumberSegments(db, service, { fileNames: names, tieWithin, importedAt: now })
  await db.$executeRaw`ANALYZE network_node, network_link, device, network_segment`
  await tieServicePoints(db, service, tieWithin, 'all')
  return {
    new: total(parts, 'new'),
    changed: total(parts, 'changed'),
    unchanged: total(parts, 'unchanged'),
    removed: total(parts, 'removed'),
    parts,
    segments,
    unsuppliedSegments: unsupplied,
    tied: { ...(await countTiedPoints(db, service)), tieWithin },
    warnings: await findNetworkWarnings(run, SHOWN.examples),
  }
}

function requireRequest({ files, crs, within, rejectFile, valves }: NetworkImportRequest): void {
  const sources = [...files, ...(valves ? [valves] : [])].map((file) => path.resolve(file))
  if (rejectFile && sources.includes(path.resolve(rejectFile))) throw badInput('import_reject_same', 'reject')
  if (new Set(sources).size < sources.length) throw badInput('network_file_twice', 'file')
  if (crs !== undefined && !(Number.isInteger(crs) && crs > 0 && crs < 1_000_000)) throw badInput('network_unknown_crs', 'crs', { crs })
  if (within !== undefined && !(within >= 0 && within <= MAX_WITHIN)) throw badInput('network_bad_within', 'within', { max: MAX_WITHIN })
}

/**
 * Imports the files as the whole network of a service, all or nothing: parts that they do not name are removed, segments are found anew and every service
 * point of the service is tied again. Throws `RejectedRows` where parts were rejected and the request names no file for them, and `bad_input` for files that
 * cannot be read, that have no source, or whose coordinates are of another system.
 */
export async function importNetwork(actor: Actor, request: NetworkImportRequest, now: Date): Promise<NetworkImportSummary> {
  requirePolicy(actor, canImport(actor))
  requireRequest(request)
  const { service, crs = WGS84, rejectFile } = request
  const db = database()
  await requireKnownCrs(db, crs)
  const files = await openNetworkFiles(request)
  const names = files.map(({ name }) => name)
  const runId = await openNetworkRun(names)
  try {
    await stageFiles(db, runId, files, request.onProgress)
    const run = { runId, service, keeps: request.add ?? false }
    await transaction(async (checking) => {
      await allowMemory(checking)
      await checkRun({ ...run, db: checking }, crs)
    })
    const rejected = await countRejectedRows(db, runId)
    if (rejected > 0 && !rejectFile) await refuse(db, runId, names, rejected)
    const merged = await transaction(async (merging) => {
      await allowMemory(merging)
      const result = await mergeRun({ ...run, db: merging }, request, names, now)
      if (rejectFile && (rejected > 0 || result.warnings.length > 0)) await writeNetworkRejects({ ...run, db: merging }, names, rejectFile)
      if (request.dryRun) throw new DryRun(result)
      const { new: added, changed, unchanged, removed, segments } = result
      await finishRun(merging, runId, { file: names.join(', '), new: added, changed, unchanged, rejected })
      const after = { files: names, new: added, changed, unchanged, removed, rejected, segments }
      await recordAudit(merging, actor, { action: 'import.network', subject: `network:${service}`, after }, now)
      return result
    }).catch((error: unknown) => {
      if (error instanceof DryRun) return error.merged
      throw error
    })
    return { files: names, rejected, ...merged }
  } finally {
    await closeNetworkRun(runId)
  }
}
