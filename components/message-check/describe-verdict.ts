import { publicStateOf } from '@/components/outages/works-state'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { KnownMessage, MessageVerdict } from '@/lib/notices/message-check/check-message'
import type { TextPiece } from '@/lib/notices/message-check/judge-text'
import type { Utility } from '@/lib/utility/utility'

/** A verdict in words. */
export interface VerdictWords {
  verdict: MessageVerdict['verdict'] | 'unavailable'
  title: string
  texts: string[]
  facts: Array<{ term: string; text: string }>
  /** The text in pieces, where only some of it is ours. */
  pieces: TextPiece[]
  /** The page of the works, without its language. */
  link: { href: string; label: string } | null
}

export interface VerdictScene {
  locale: Locale
  /** Null while the settings cannot be read. */
  utility: Utility | null
  publicUrl: string
}

function describeKnown({ works, sentAt }: KnownMessage, { locale, utility }: VerdictScene): VerdictWords['facts'] {
  const [words, outage, service] = [translator(locale, 'message_check'), translator(locale, 'outage'), translator(locale, 'service')]
  const zone = utility?.zone ?? 'UTC'
  const windows = works.windows.map((window) => {
    const { day, hours } = describeWindow(window, zone, locale)
    return `${day}, ${hours}`
  })
  return [
    { term: words('sent'), text: sentAt.map((instant) => describeInstant(instant, zone, locale)).join('\n') },
    { term: words('works'), text: `${service(works.service)}: ${works.title}` },
    { term: outage('reference'), text: works.reference },
    { term: words('state'), text: [outage(publicStateOf(works)), ...windows].join('\n') },
  ]
}

/** What somebody reads who asked about a text. Pure. */
export function describeVerdict(found: MessageVerdict | { verdict: 'unavailable' }, scene: VerdictScene): VerdictWords {
  const { locale, utility, publicUrl } = scene
  const words = translator(locale, 'message_check')
  const strangers = found.verdict === 'strangers' ? found.strangers : []
  const message = 'message' in found ? found.message : null
  const isShown = message !== null && found.verdict !== 'strangers'
  const text = words(`${found.verdict}.text`, { list: strangers.join(', '), origin: publicUrl, phone: utility?.phone ?? '' })
  const notes = [
    strangers.length > 0 && message && words('strangers.ours_within'),
    isShown && message.isOutdated && words('outdated'),
    'hasHeader' in found && found.hasHeader && words('header'),
  ]
  return {
    verdict: found.verdict,
    title: words(`${found.verdict}.title`),
    texts: [text, ...notes.filter((note) => typeof note === 'string')],
    facts: isShown ? describeKnown(message, scene) : [],
    pieces: found.verdict === 'partly' ? found.pieces : [],
    link: isShown
      ? { href: `/works/${message.works.reference}`, label: translator(locale, 'outage')('works', { reference: message.works.reference }) }
      : null,
  }
}
