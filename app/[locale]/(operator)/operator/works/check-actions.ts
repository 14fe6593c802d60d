'use server'

import type { AffectedList } from '@/components/works/check/check-actions'
import { runAction } from '@/lib/http/action'
import { rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'
import { checkWorks } from '@/lib/works/check/check-works'
import { findUnreached } from '@/lib/works/check/find-unreached'
import { getReachMap } from '@/lib/works/check/get-reach-map'
import { suggestWindow } from '@/lib/works/check/suggest-window'
import { type CountAffected, countAffected } from '@/lib/works/count-affected'
import { findAffectedPoints } from '@/lib/works/find-affected-points'
import { markPhoned } from '@/lib/works/priority/mark-phoned'

/** A list in a panel is to be read: of more, the command `works affected` has them all. */
const MOST = 500

export async function checkWorksAction(reference: string) {
  return runAction((actor, now) => checkWorks(actor, reference, now))
}

export async function countAffectedAction(input: CountAffected) {
  return runAction((actor) => countAffected(actor, input))
}

export async function listAffectedAction(reference: string) {
  return runAction(async (actor): Promise<AffectedList> => {
    const first = await findAffectedPoints(actor, reference).next()
    const points = first.done ? [] : first.value
    return { points: points.slice(0, MOST), isWhole: points.length <= MOST }
  })
}

export async function listUnreachedAction(reference: string) {
  return runAction((actor) => findUnreached(actor, reference))
}

/** Where the points are that can be told, and those that cannot. */
export async function findReachAction(reference: string) {
  return runAction(async (actor) => {
    const { features } = await getReachMap(actor, reference)
    const of = (role: string) => features.filter(({ properties }) => properties.role === role).map(({ geometry }) => geometry.coordinates)
    return { reachable: of('reachable'), unreachable: of('unreachable') }
  })
}

export async function suggestWindowAction(reference: string) {
  return runAction((actor, now) => suggestWindow(actor, reference, now))
}

/** What publishing works now would send. */
export async function rehearseWorksAction(reference: string) {
  return runAction((actor, now) => rehearseWorks(actor, reference, now))
}

export async function markPhonedAction(reference: string, code: string, phoned: boolean) {
  return runAction((actor, now) => markPhoned(actor, { reference, code, phoned }, now))
}
