import type { ReactNode } from 'react'

export interface CardProps {
  children: ReactNode
  className?: string
  as?: 'div' | 'section' | 'article' | 'li'
  'aria-labelledby'?: string
}

export function Card({ as: Element = 'div', className = '', children, ...rest }: CardProps) {
  return (
    <Element className={`rounded-card border border-line bg-surface p-5 shadow-card sm:p-6 ${className}`} {...rest}>
      {children}
    </Element>
  )
}
