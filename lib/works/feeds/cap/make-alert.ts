import { translator } from '@/lib/i18n/translator'
import type { PublicWorks } from '../../works'
import { type FeedScene, hostOf } from '../feed-scene'
import { type Span, spansAsText, spansOf, type Telling } from '../telling'
import { wordsAsLines } from '../words-as-lines'
import { worksWords } from '../works-words'
import type { CapAlert, CapArea, CapInfo } from './cap-alert'

const HOUR = 3_600_000

/** How soon one has to act, by what CAP 1.2 (3.2.2) says of each word: "expected" is within the next hour. */
function urgencyOf(onset: Date, sent: Date): CapAlert['urgency'] {
  if (onset <= sent) return 'Immediate'
  return onset.getTime() - sent.getTime() <= HOUR ? 'Expected' : 'Future'
}

/** What readers are asked to do and how sure it is. All follows from what was told and when, never from the time at which one asks. */
function judge({ kind, at }: Telling, spans: Span[]): Pick<CapAlert, 'responseType' | 'urgency' | 'certainty' | 'onset' | 'expires'> {
  const open = spans.filter(({ end }) => end > at)
  const onset = (open[0] ?? spans[0])?.start ?? at
  const lastEnd = Math.max(at.getTime() + HOUR, ...spans.map(({ end }) => end.getTime()))
  const expires = new Date(lastEnd)
  if (kind === 'cancelled') return { responseType: 'AllClear', urgency: 'Past', certainty: 'Unlikely', onset, expires }
  if (open.length === 0) return { responseType: 'AllClear', urgency: 'Past', certainty: 'Observed', onset, expires }
  return { responseType: 'Prepare', urgency: urgencyOf(onset, at), certainty: onset <= at ? 'Observed' : 'Likely', onset, expires }
}

function infoOf(works: PublicWorks, kind: Telling['kind'], scene: FeedScene): CapInfo {
  const { lead, when, where, why, ...words } = worksWords(works, kind, scene)
  const [feed, notice] = [translator(scene.locale, 'feeds'), translator(scene.locale, 'notice')]
  const instruction = [words.advice, words.water && `${translator(scene.locale, 'outage')('supply')}: ${words.water}`].filter(Boolean)
  return {
    locale: scene.locale,
    event: feed('event', { supply: notice('service', { service: works.service }) }),
    headline: `${words.headline}. ${works.title}`,
    description: wordsAsLines({ lead, when, where, why }, scene.locale).join('\n'),
    instruction: instruction.join('\n') || null,
    contact: words.questions,
    web: words.link,
  }
}

/** Names the `number`th message (from 1) about works, in the same words whenever one asks. */
export function alertIdentifier(scene: FeedScene, reference: string, number: number): string {
  return `${hostOf(scene)}.${reference}.${number}`
}

/**
 * The `number`th CAP message (from 1) about works: the publication as an alert, what was changed since as updates, a cancellation as one. Made of
 * what was told alone, so that each message stays what it was and later ones can refer to it. Pure; null where there is none.
 */
export function makeAlert(
  works: PublicWorks,
  tellings: readonly Telling[],
  number: number,
  areas: CapArea[],
  scene: FeedScene,
): CapAlert | null {
  const telling = tellings[number - 1]
  if (!telling) return null
  const spans = spansOf(telling.windows)
  const told = { ...works, windows: spansAsText(spans) }
  const { utility } = scene
  return {
    identifier: alertIdentifier(scene, works.reference, number),
    sender: hostOf(scene),
    senderName: utility.name,
    sent: telling.at,
    msgType: telling.kind === 'announced' ? 'Alert' : telling.kind === 'cancelled' ? 'Cancel' : 'Update',
    references: tellings
      .slice(0, number - 1)
      .map(({ at }, index) => ({ identifier: alertIdentifier(scene, works.reference, index + 1), sent: at })),
    incident: works.reference,
    service: works.service,
    ...judge(telling, spans),
    windows: spans,
    infos: utility.languages.map((locale) => infoOf(told, telling.kind, { ...scene, locale })),
    areas,
  }
}
