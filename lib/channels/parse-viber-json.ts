/** A number of 64 bits: more than JavaScript can hold, so two messages' tokens would become one. A quote within a text stands as \". */
const TOKEN = /"message_token"\s*:\s*(\d+)/g

/** Parses what Viber answers or reports, with `message_token` as text. Throws a SyntaxError when it is no JSON. */
export function parseViberJson(text: string): unknown {
  return JSON.parse(text.replace(TOKEN, '"message_token":"$1"'))
}
