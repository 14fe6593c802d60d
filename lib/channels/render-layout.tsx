import { render } from '@react-email/render'
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { EmailLayout } from './email-layout'
import { SLOTS } from './email-slots'

/** The rendered layout in pieces: each is what stands before, between and after the slots of one kind of block. */
export interface LayoutPieces {
  head: string
  lead: string[]
  labelled: string[]
  paragraph: string[]
  footer: string[]
  tail: string
}

function cutLayout(html: string): LayoutPieces {
  const [head, lead, labelled, paragraph, footer, tail, ...rest] = html.split(SLOTS.cut)
  if (tail === undefined || rest.length > 0) throw new Error('The e-mail layout has to have five cuts.')
  const at = (block: string | undefined, ...slots: string[]) => {
    let pieces = [block ?? '']
    for (const slot of slots) pieces = pieces.flatMap((piece) => piece.split(slot))
    return pieces
  }
  return {
    head: head ?? '',
    lead: at(lead, SLOTS.text),
    labelled: at(labelled, SLOTS.label, SLOTS.text),
    paragraph: at(paragraph, SLOTS.text),
    footer: at(footer, SLOTS.unsubscribe),
    tail,
  }
}

async function renderAndCut(language: Locale, utilityName: string): Promise<LayoutPieces> {
  const words = translator(language, 'email')
  const why = words('why', { utility: utilityName })
  return cutLayout(await render(<EmailLayout language={language} utilityName={utilityName} why={why} unsubscribe={words('unsubscribe')} />))
}

const rendered = new Map<string, Promise<LayoutPieces>>()

/** The layout of e-mails in a language, rendered at its first use in this process: React is too slow to be asked for each person. */
export function renderLayout(language: string, utilityName: string): Promise<LayoutPieces> {
  const key = `${language} ${utilityName}`
  const layout = rendered.get(key) ?? renderAndCut(isLocale(language) ? language : DEFAULT_LOCALE, utilityName)
  rendered.set(key, layout)
  return layout
}
