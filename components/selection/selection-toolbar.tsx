'use client'

import { type LucideIcon, Redo2, Trash2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SELECTION_TOOLS, type SelectionTool } from './selection-tools'

const TOOLS = Object.keys(SELECTION_TOOLS) as SelectionTool[]

const BUTTON =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2.5 font-medium hover:bg-sunken ' +
  'aria-pressed:bg-brand aria-pressed:text-on-brand disabled:cursor-not-allowed disabled:opacity-40'

export interface SelectionToolbarProps {
  tool: SelectionTool
  isReady: boolean
  onChoose: (tool: SelectionTool) => void
  undo: (() => void) | null
  redo: (() => void) | null
  removeSelected: (() => void) | null
  /** The id of the words that explain the keys. */
  hintId: string
}

interface ActProps {
  label: string
  Icon: LucideIcon
  act: (() => void) | null
}

function Act({ label, Icon, act }: ActProps) {
  return (
    <button type="button" className={BUTTON} title={label} aria-label={label} disabled={!act} onClick={() => act?.()}>
      <Icon aria-hidden="true" className="size-5" />
    </button>
  )
}

/** What a click on the map does, and what can be taken back. Each tool says in a line what to do, by pointer and by keys. */
export function SelectionToolbar({ tool, isReady, onChoose, undo, redo, removeSelected, hintId }: SelectionToolbarProps) {
  const t = useTranslations('map.draw')
  return (
    <div className="border-b border-line bg-surface px-2 py-1.5">
      <fieldset aria-label={t('tools')} className="flex flex-wrap items-center gap-1">
        {TOOLS.map((name) => {
          const { Icon } = SELECTION_TOOLS[name]
          return (
            <button
              key={name}
              type="button"
              className={BUTTON}
              title={t(`mode.${name}`)}
              disabled={!isReady}
              aria-pressed={tool === name}
              onClick={() => onChoose(name)}
            >
              <Icon aria-hidden="true" className="size-5" />
              <span className="sr-only @2xl:not-sr-only">{t(`mode.${name}`)}</span>
            </button>
          )
        })}
        <span className="flex items-center gap-1 border-line border-l pl-1">
          <Act label={t('undo')} Icon={Undo2} act={undo} />
          <Act label={t('redo')} Icon={Redo2} act={redo} />
          <Act label={t('remove_selected')} Icon={Trash2} act={removeSelected} />
        </span>
      </fieldset>
      <p id={hintId} className="px-1 pt-1 text-[0.94rem] text-ink-soft">
        {t(`hint.${tool}`)} <span className="block">{t(`keys.${tool}`)}</span>
      </p>
    </div>
  )
}
