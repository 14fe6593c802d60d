/** The headers by which a mail program offers to stop with one click (RFC 8058); none where there is nothing to stop. */
export function unsubscribeHeaders(url: string | null): Record<string, string> {
  return url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
