import { callProvider, type ProviderAnswer } from './call-provider'

const API_ROOT = 'https://chatapi.viber.com'

export interface ViberAccess {
  token: string
  apiRoot?: string | undefined
}

/** One call of Viber's REST API. Throws Node's own error when the connection breaks. */
export function callViber({ token, apiRoot }: ViberAccess, method: string, fields: object): Promise<ProviderAnswer> {
  const headers = { 'content-type': 'application/json', 'x-viber-auth-token': token }
  return callProvider(new URL(`${apiRoot ?? API_ROOT}/pa/${method}`), { method: 'POST', headers, body: JSON.stringify(fields) })
}
