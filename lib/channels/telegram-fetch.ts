import { callProvider } from './call-provider'

interface Request {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** What a gateway before Telegram says is no word of Telegram's: a 403 of its own does not mean that somebody blocked the bot. */
function readJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (status < 400) throw error
    return { ok: false, error_code: status < 500 ? 400 : status, description: `A gateway answered ${status}` }
  }
}

/** What grammY needs of `fetch`, over our kept connections: so a call that never reached Telegram can be told from one in doubt. */
export async function telegramFetch(
  url: string,
  { method = 'POST', headers = {}, body }: Request,
): Promise<{ json: () => Promise<unknown> }> {
  const { status, text } = await callProvider(new URL(url), { method, headers, ...(body !== undefined && { body }) })
  return { json: async () => readJson(text, status) }
}
