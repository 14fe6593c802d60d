import { LOCALES } from '@/lib/i18n/locales'

const FRAME = new RegExp(`^(?:/(?:${LOCALES.join('|')}))?/widget/frame$`)

/** Whether a path is that of the one page that others may put in a frame. next.config.ts leaves out X-Frame-Options for the same. */
export function isWidgetFrame(path: string): boolean {
  return FRAME.test(path)
}
