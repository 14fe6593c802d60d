'use client'

import { Eraser, type LucideIcon, Redo2, Trash2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DRAW_MODES, type DrawMode } from './draw-modes'
import type { Drawing } from './use-drawing'

const MODES = Object.keys(DRAW_MODES) as DrawMode[]
const BUTTON =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2.5 font-medium hover:bg-sunken ' +
  'aria-pressed:bg-brand aria-pressed:text-on-brand disabled:cursor-not-allowed disabled:opacity-40'

interface ToolProps {
  label: string
  Icon: LucideIcon
  act: (() => void) | null
}

function Tool({ label, Icon, act }: ToolProps) {
  return (
    <button type="button" className={BUTTON} title={label} aria-label={label} disabled={!act} onClick={() => act?.()}>
      <Icon aria-hidden="true" className="size-5" />
    </button>
  )
}

/** What the pointer does, and what can be taken back. Each mode says in a line what to do. */
export function DrawToolbar({ drawing }: { drawing: Drawing }) {
  const t = useTranslations('map.draw')
  return (
    <div className="border-b border-line bg-surface px-2 py-1.5">
      <fieldset aria-label={t('tools')} className="flex flex-wrap items-center gap-1">
        {MODES.map((mode) => {
          const { Icon } = DRAW_MODES[mode]
          return (
            <button
              key={mode}
              type="button"
              className={BUTTON}
              disabled={!drawing.isReady}
              aria-pressed={drawing.mode === mode}
              onClick={() => drawing.choose(mode)}
            >
              <Icon aria-hidden="true" className="size-5" />
              <span className="max-sm:sr-only">{t(`mode.${mode}`)}</span>
            </button>
          )
        })}
        <span className="flex items-center gap-1 border-line sm:border-l sm:pl-1">
          <Tool label={t('undo')} Icon={Undo2} act={drawing.undo} />
          <Tool label={t('redo')} Icon={Redo2} act={drawing.redo} />
          <Tool label={t('remove_selected')} Icon={Trash2} act={drawing.removeSelected} />
          <Tool label={t('remove_all')} Icon={Eraser} act={drawing.removeAll} />
        </span>
      </fieldset>
      <p aria-live="polite" className="px-1 pt-1 text-[0.94rem] text-ink-soft">
        {t(`hint.${drawing.mode}`)}
      </p>
    </div>
  )
}
