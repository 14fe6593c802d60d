import type { Actor } from './actor'

function isStaff(actor: Actor, roles: ReadonlyArray<string>): boolean {
  return actor.kind === 'staff' && roles.includes(actor.role)
}

function isTrustedProcess(actor: Actor): boolean {
  return actor.kind === 'cli' || actor.kind === 'system'
}

function hasScope(actor: Actor, scope: string): boolean {
  return actor.kind === 'api_key' && actor.scopes.includes(scope)
}

/** Drafts works, counts whom they hit. */
export function canPlanWorks(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin']) || hasScope(actor, 'works:write')
}

/** Publishes, moves and cancels works. */
export function canPublishWorks(actor: Actor): boolean {
  return canPlanWorks(actor)
}

/** Approves or returns, as a second person, works that others planned. Who planned them is looked at by the use case. */
export function canApproveWorks(actor: Actor): boolean {
  return isStaff(actor, ['approver', 'admin'])
}

/** Reads works that the public does not see, and how their messages fared. */
export function canReadWorks(actor: Actor): boolean {
  return canPlanWorks(actor) || isStaff(actor, ['call_centre']) || hasScope(actor, 'works:read')
}

/** Reads what customers wrote back, and whose contact failed. Keys do not: no program needs it. */
export function canReadCustomerWords(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'call_centre', 'admin'])
}

/** Reads whole telephone numbers and addresses in the evidence of works, where everybody else sees them masked. */
export function canReadContactValues(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['admin'])
}

/** Sees pipes, cables, devices and service points. */
export function canReadNetwork(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin', 'call_centre'])
}

/** Reads what the local channels would have sent. */
export function canReadOutbox(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin', 'call_centre'])
}

/** Moves the demo's clock. */
export function canMoveDemoClock(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin'])
}

/** Makes keys with which programs act. */
export function canCreateApiKeys(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['admin'])
}

/** Brings files of addresses, service points, accounts and contacts in. */
export function canImport(actor: Actor): boolean {
  return actor.kind === 'cli' || isStaff(actor, ['admin'])
}

/** Passes on what somebody asked for a contact of theirs: by a word to us, a click, or what their provider says. Whoever passes it on has checked the proof. */
export function canSpeakForContacts(actor: Actor): boolean {
  return isTrustedProcess(actor)
}

/**
 * Says whose a chat with our bot is: the bot alone, which acts as itself or for the customer whom the chat speaks for. A customer's own sign-in in a
 * browser has the browser's address for its source, and cannot claim a chat.
 */
export function canSpeakForChat(actor: Actor): boolean {
  return isTrustedProcess(actor) || (actor.kind === 'customer' && ['telegram', 'viber'].includes(actor.source))
}

/** Reads and changes how the utility tells people: notice plans, quiet hours, its own holiday, the letters of SMS. */
export function canEditSettings(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['admin'])
}

/** Looks up whoever rings, mends how they are told, and notes what they said. */
export function canServeCallers(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['call_centre', 'operator', 'approver', 'admin'])
}

/** Lets building managers see figures of their buildings: whoever speaks with them. */
export function canGrantManagers(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['call_centre', 'operator', 'approver', 'admin'])
}

/** Reads how many customers can be told, and where they are few. */
export function canReadCoverage(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin', 'call_centre'])
}

/** Has it counted anew. */
export function canRefreshCoverage(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['operator', 'approver', 'admin'])
}

/** Invites staff, changes their roles, ends their sessions, resets their second factors, and says who must have one. */
export function canManageStaff(actor: Actor): boolean {
  return isTrustedProcess(actor) || isStaff(actor, ['admin'])
}

/** Enrols for an address without a contract: anyone, because only the code that comes back says whose contact it is. */
export function canEnrol(_actor: Actor): boolean {
  return true
}

/** Says that there is still no supply at an address: anyone, because nobody is asked who they are. */
export function canReportNoSupply(_actor: Actor): boolean {
  return true
}
