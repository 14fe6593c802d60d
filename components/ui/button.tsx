import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style'
import { Spinner } from './spinner'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  /** Shows that the action is under way, and keeps it from being started again. */
  pending?: boolean
}

export function Button({ variant = 'primary', pending = false, type = 'button', className, disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonStyle(variant, className)}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}
