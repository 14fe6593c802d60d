'use client'

import { type FormEvent, type ReactNode, useId, useRef, useTransition } from 'react'
import { Button } from './button'
import type { ButtonVariant } from './button-style'

export interface ConfirmDialogProps {
  /** What the button that opens it says. */
  open: ReactNode
  openVariant?: ButtonVariant
  disabled?: boolean
  /** For a dialog that shows much. */
  wide?: boolean
  title: ReactNode
  /** What will happen; may hold fields. */
  children: ReactNode
  confirm: ReactNode
  confirmVariant?: ButtonVariant
  dismiss: ReactNode
  /** A server action or a function; the dialog closes when it has succeeded, and stays open when it returns false. */
  action: (form: FormData) => Promise<boolean | undefined> | boolean | undefined
}

/** A button that asks once more before it acts. The browser's own dialog keeps the focus inside and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [isActing, startActing] = useTransition()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // Not the form's `action`: React empties the form a moment after it, and takes away what somebody has begun to mend.
    event.preventDefault()
    const form = event.currentTarget
    startActing(async () => {
      if ((await props.action(new FormData(form))) === false) return
      dialog.current?.close()
      form.reset()
    })
  }
  return (
    <>
      <Button variant={props.openVariant ?? 'secondary'} disabled={props.disabled} onClick={() => dialog.current?.showModal()}>
        {props.open}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className={`m-auto ${props.wide ? 'w-[min(54rem,calc(100vw-2rem))]' : 'w-[min(34rem,calc(100vw-2rem))]'} rounded-card border border-line bg-surface p-6 text-ink`}
      >
        <form onSubmit={submit} className="space-y-5">
          <h2 id={titleId} className="text-2xl">
            {props.title}
          </h2>
          <div className="space-y-4">{props.children}</div>
          <ConfirmButtons {...props} isActing={isActing} onDismiss={() => dialog.current?.close()} />
        </form>
      </dialog>
    </>
  )
}

interface ConfirmButtonsProps extends Pick<ConfirmDialogProps, 'confirm' | 'confirmVariant' | 'dismiss'> {
  isActing: boolean
  onDismiss: () => void
}

function ConfirmButtons({ confirm, confirmVariant, dismiss, isActing, onDismiss }: ConfirmButtonsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-3">
      <Button variant="secondary" onClick={onDismiss}>
        {dismiss}
      </Button>
      <Button type="submit" variant={confirmVariant ?? 'primary'} pending={isActing}>
        {confirm}
      </Button>
    </div>
  )
}
