import { LINK_COLOUR } from './email-slots'
import type { LayoutPieces } from './render-layout'

const SPECIAL = /[&<>"']/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const URL_IN_TEXT = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/

const escapeHtml = (text: string) => text.replace(SPECIAL, (character) => ENTITIES[character] ?? '')

function linkLine(line: string): string {
  if (!line.includes('://')) return escapeHtml(line)
  const parts = line.split(URL_IN_TEXT).map(escapeHtml)
  return parts.map((part, index) => (index % 2 === 1 ? `<a href="${part}" style="color:${LINK_COLOUR}">${part}</a>` : part)).join('')
}

const fillLines = (lines: string[]) => lines.map(linkLine).join('<br/>')

function fillBlock(block: string, isFirst: boolean, { lead, labelled, paragraph }: LayoutPieces): string {
  const lines = block.split('\n')
  const [label = ''] = lines
  if (lines.length > 1 && label.endsWith(':')) {
    return `${labelled[0]}${escapeHtml(label)}${labelled[1]}${fillLines(lines.slice(1))}${labelled[2]}`
  }
  const pieces = isFirst ? lead : paragraph
  return `${pieces[0]}${fillLines(lines)}${pieces[1]}`
}

/**
 * The HTML twin of a finished plain text: blocks stand between blank lines, a first line that ends in a colon is the block's label, URLs become
 * links. Pure: the same text always gives the same bytes, which is what a provider's idempotency key asks for.
 */
export function fillEmail(layout: LayoutPieces, text: string, unsubscribeUrl: string | null): string {
  const blocks = text.split(/\n\n+/).filter((block) => block.trim() !== '')
  const content = blocks.map((block, index) => fillBlock(block, index === 0, layout)).join('')
  const [before = '', after = ''] = unsubscribeUrl === null ? [] : layout.footer
  const footer = before + escapeHtml(unsubscribeUrl ?? '') + after
  return layout.head + content + footer + layout.tail
}
