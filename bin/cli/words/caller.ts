import type { CallerHit, CallerView } from '@/lib/call-centre/call-centre'

/** One line for what a search found. */
export function describeHit(hit: CallerHit): string {
  if (hit.kind === 'works') return `works    ${hit.reference}  ${hit.service}: ${hit.title} (${hit.state})`
  if (hit.kind === 'address') return `address  ${hit.label}`
  const facts = [hit.service, hit.holderName, hit.address ?? 'no address', ...(hit.isActive ? [] : ['closed'])]
  return `account  ${hit.number}  ${facts.join(', ')}`
}

/** A caller's screen, for people at a terminal: where, what is on, how they are told, what they were sent. */
export function describeCaller({ address, account, accounts, status, outages, contacts, messages, stillNone }: CallerView): string {
  const who = [...(address ? [address.label] : []), ...(account ? [`account ${account.number}, ${account.holderName}`] : [])]
  const on = outages.map(({ reference, title, state, start, end }) => `  ${reference}  ${state}  ${start} / ${end}  ${title}`)
  const told = contacts.map(({ channel, value, state, language }) => `  ${channel}  ${value}  ${state}, ${language}`)
  const sent = messages.map(({ createdAt, reference, kind, channel, to, state }) => {
    return `  ${createdAt}  ${reference}  ${kind}  ${channel} ${to}  ${state}`
  })
  return [
    ...who,
    `${status}${stillNone > 0 ? `; ${stillNone} said in the last 24 hours that they still have no supply` : ''}`,
    ...['Accounts', ...accounts.map(({ number, service, holderName }) => `  ${number}  ${service}  ${holderName}`)],
    ...['On now and next', ...on, 'How they are told', ...told, 'What they were sent', ...sent],
  ].join('\n')
}
