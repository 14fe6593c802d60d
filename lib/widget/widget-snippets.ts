import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { WIDGET_COLOURS } from './widget-query'
import { widgetSearch } from './widget-search'

const choice = z.object({
  language: z.enum(LOCALES).optional().catch(undefined),
  colour: z.enum(WIDGET_COLOURS).catch('petrol'),
  town: z.string().trim().min(1).max(80).optional().catch(undefined),
})

/** How the search is to look on another site; without a language it has the visitor's. */
export type WidgetChoice = z.infer<typeof choice>

/** Reads a choice from the query of the page that hands the search out; what makes no sense there is left out. */
export function readWidgetChoice(params: Record<string, string | string[] | undefined>): WidgetChoice {
  return choice.parse(params)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const attribute = (name: string, value: string) => ` ${name}="${value.replace(/[&"<>]/g, (letter) => ENTITIES[letter] ?? '')}"`

/** The path of the frame: with its language, where one is chosen. */
export function widgetFrame(choice: WidgetChoice): string {
  return `${choice.language ? `/${choice.language}` : ''}/widget/frame${widgetSearch(choice)}`
}

export interface WidgetSnippets {
  script: string
  frame: string
  /** What a content security policy has to allow, for the script and for the frame. */
  policy: string
}

/** What others put into their pages. `origin` is that of the public pages, without a slash at its end. Pure. */
export function widgetSnippets(choice: WidgetChoice, origin: string, title: string): WidgetSnippets {
  const { language, colour, town } = choice
  const attributes = [
    attribute('src', `${origin}/widget.js`),
    language && attribute('data-language', language),
    colour !== 'petrol' && attribute('data-colour', colour),
    town && attribute('data-town', town),
  ]
  const frame = attribute('src', origin + widgetFrame(choice)) + attribute('title', title)
  return {
    script: `<script${attributes.filter(Boolean).join('')} async></script>`,
    frame: `<iframe${frame} loading="lazy" width="100%" height="600"></iframe>`,
    policy: `script-src ${origin};\nframe-src ${origin};`,
  }
}
