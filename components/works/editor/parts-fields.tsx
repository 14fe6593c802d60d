'use client'

import { CopyPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type EditorPart, emptyPart, nextKey } from './editor-draft'
import { PartFields, type PartSurroundings } from './part-fields'

/** Works have at most so many parts. */
const MOST_PARTS = 20

export interface PartsFieldsProps extends PartSurroundings {
  parts: readonly EditorPart[]
  /** Takes what to make of the parts as they are then: answers of the server come late. */
  onChange: (change: (parts: EditorPart[]) => EditorPart[]) => void
}

/** The parts of works: nights for one street, the day for another. */
export function PartsFields({ parts, onChange, ...around }: PartsFieldsProps) {
  const t = useTranslations('operator.editor')
  const [open, setOpen] = useState(parts[0]?.key ?? 0)
  const insert = (part: EditorPart, after: number) => {
    onChange((before) => before.toSpliced(after + 1, 0, part))
    setOpen(part.key)
  }
  return (
    <fieldset className="space-y-4">
      <legend className="mb-4">
        <h2 className="text-xl">{t('parts')}</h2>
      </legend>
      {parts.map((part, index) => (
        <PartFields
          key={part.key}
          {...around}
          part={part}
          index={index}
          count={parts.length}
          isOpen={parts.length === 1 || open === part.key}
          others={parts.flatMap((other) => (other.key !== part.key && other.selection.area ? [other.selection.area] : []))}
          onOpen={(isOpen) => setOpen(isOpen ? part.key : -1)}
          onChange={(change) => onChange((before) => before.map((other) => (other.key === part.key ? { ...other, ...change } : other)))}
          onDuplicate={() => insert({ ...part, key: nextKey(parts) }, index)}
          onRemove={() => onChange((before) => before.filter((other) => other.key !== part.key))}
        />
      ))}
      <Button variant="secondary" disabled={parts.length >= MOST_PARTS} onClick={() => insert(emptyPart(nextKey(parts)), parts.length - 1)}>
        <CopyPlus aria-hidden="true" className="size-5" />
        {t('add_part')}
      </Button>
      <p className="text-[0.94rem] text-ink-soft">{t('add_part_hint')}</p>
    </fieldset>
  )
}
