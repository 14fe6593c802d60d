import type { OutgoingMessage } from './channels'
import { fillEmail } from './fill-email'
import { renderLayout } from './render-layout'

/** The HTML of one e-mail, in its reader's language and the utility's name. */
export async function emailHtml({ language, text, unsubscribeUrl }: OutgoingMessage, utilityName: string): Promise<string> {
  return fillEmail(await renderLayout(language, utilityName), text, unsubscribeUrl)
}
