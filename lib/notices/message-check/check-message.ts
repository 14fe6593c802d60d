import { z } from 'zod'
import { readsLikeLetter } from '@/lib/contacts/letters/reads-like-letter'
import { database } from '@/lib/db/client'
import type { NoticeKind } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { parseInput } from '@/lib/parse-input'
import { lines } from '@/lib/plain-text'
import { getUtility } from '@/lib/utility/queries'
import { getPublicWorks } from '@/lib/works/get-public-works'
import type { PublicWorks } from '@/lib/works/works'
import { transliterate } from '../texts/transliterate'
import { type AskedText, cutText, type Fit, findStrangers, fitNotice, type TextPiece, toAsked } from './judge-text'
import { stripHeader } from './strip-header'
import { marksIn } from './window-marks'
import { findCandidates, findPlaceNames, type WordingCandidate } from './wording-queries'

/** The works that a text of ours speaks of, and when it was sent. Nothing says to whom. */
export interface KnownMessage {
  works: PublicWorks
  kind: NoticeKind
  /** ISO instants, the first first. */
  sentAt: string[]
  /** Whether something else was told of the works since. */
  isOutdated: boolean
}

/**
 * `ours`: we sent it, word for word. `partly`: some of it, `pieces` says which. `strangers`: it names links or telephone numbers that are not ours,
 * whatever else it says. `letter`: it reads like a code or an alert of ours, of which nothing is kept. `unknown`: we know no such text. `too_short`: it names neither
 * works nor hours, so it could be anybody's.
 */
export type MessageVerdict =
  | { verdict: 'ours'; message: KnownMessage; hasHeader: boolean }
  | { verdict: 'partly'; message: KnownMessage; pieces: TextPiece[]; hasHeader: boolean }
  | { verdict: 'strangers'; strangers: string[]; message: KnownMessage | null }
  | { verdict: 'letter' | 'unknown' | 'too_short' }

/** An e-mail about a hundred addresses. */
const LONGEST = 8_000

const checkInput = z.object({ text: lines(LONGEST).min(1) })

/** A text that names more works than this is no notice. */
const MOST_REFERENCES = 5

function referencesIn(text: string): string[] {
  const found = [...text.matchAll(/(?<![\p{L}\p{N}])w-\d{4}-\d{4,}/giu)].map(([reference]) => reference.toUpperCase())
  return [...new Set(found)].slice(0, MOST_REFERENCES)
}

/** The notices that a text fits best, all alike: stages before the day itself share their words. */
async function findFits(asked: AskedText, candidates: WordingCandidate[], ownHost: string): Promise<Fit[]> {
  const names = await findPlaceNames(
    database(),
    candidates.map(({ noticeId }) => noticeId),
  )
  const fits = candidates.flatMap(({ noticeId, wordings, marks }) => {
    const places = names.get(noticeId) ?? []
    const placeNames = [...places, ...places.map(transliterate)]
    return fitNotice(asked, { noticeId, wordings, marks: new Set(marks), placeNames, ownHost }) ?? []
  })
  const longest = Math.max(0, ...fits.map(({ size }) => size))
  return fits.filter(({ size }) => size === longest)
}

async function getMessage(fits: Fit[], candidates: WordingCandidate[], now: Date): Promise<KnownMessage | null> {
  const notices = candidates.filter(({ noticeId }) => fits.some((fit) => fit.noticeId === noticeId))
  const [latest] = notices
  if (!latest) return null
  const works = await getPublicWorks(latest.reference, now)
  const sent = notices.filter(({ reference }) => reference === latest.reference).map(({ openedAt }) => openedAt.toISOString())
  return { works, kind: latest.kind, sentAt: sent.toSorted(), isOutdated: latest.isSuperseded }
}

function outsideOf({ text, tokens }: AskedText, run: Fit['run'] | undefined): string {
  if (!run) return text
  return cutText({ text, tokens }, run)
    .filter(({ isOurs }) => !isOurs)
    .map((piece) => piece.text)
    .join('\n')
}

/**
 * Says whether a text came from us: whether a notice that was sent reads so, whatever streets and numbers of its works stand in it. So the answer is the
 * same whoever was told, and never says that somebody was. Anyone may ask; nothing of the text is kept or logged. Throws `bad_input`.
 */
export async function checkMessage(raw: { text: string }, now: Date): Promise<MessageVerdict> {
  const { text: given } = parseInput(checkInput, raw)
  const { text, hasHeader } = stripHeader(given)
  const ownHost = new URL(env().PUBLIC_URL).host
  const asked = toAsked(text, ownHost)
  const utility = await getUtility()
  const [references, marks] = [referencesIn(text), marksIn(text)]
  const candidates = await findCandidates(database(), references, marks)
  const fits = await findFits(asked, candidates, ownHost)
  const message = await getMessage(fits, candidates, now)
  const run = fits[0]?.run
  const strangers = findStrangers(outsideOf(asked, run), utility, ownHost)
  if (strangers.length > 0) return { verdict: 'strangers', strangers, message }
  // That supply is back is said without hours: without its link such a text could be ours, and could be anybody's.
  if (!message || !run) {
    if (readsLikeLetter(text, { utility, publicUrl: env().PUBLIC_URL })) return { verdict: 'letter' }
    return { verdict: references.length + marks.length === 0 ? 'too_short' : 'unknown' }
  }
  if (run.from === 0 && run.to === asked.tokens.length) return { verdict: 'ours', message, hasHeader }
  return { verdict: 'partly', message, pieces: cutText(asked, run), hasHeader }
}
