import { type Command, InvalidArgumentError } from 'commander'
import { badInput } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { deactivateMember } from '@/lib/staff/deactivate-member'
import { inviteMember } from '@/lib/staff/invite-member'
import { listStaff } from '@/lib/staff/list-staff'
import { resetFactor } from '@/lib/staff/reset-factor'
import { type MemberView, STAFF_ROLES } from '@/lib/staff/staff'
import { cliActor } from '../actor'
import { print } from '../output'
import { describeInvitation, describeStaff } from '../words/staff'

function readRole(text: string): MemberView['role'] {
  const role = STAFF_ROLES.find((known) => known === text)
  if (!role) throw new InvalidArgumentError(`The roles are: ${STAFF_ROLES.join(', ')}.`)
  return role
}

/** The member with this e-mail, in any letters. */
async function findMember(email: string): Promise<MemberView> {
  const { members } = await listStaff(cliActor(), new Date())
  const found = members.find((member) => member.email === email.trim().toLowerCase())
  if (!found) throw badInput('staff_not_found', 'email')
  return found
}

interface InviteOptions {
  email: string
  name: string
  role: MemberView['role']
  language?: Locale
  json?: boolean
}

function registerInvite(staff: Command): void {
  staff
    .command('invite')
    .description('invite somebody, and show the address at which they choose a password')
    .requiredOption('--email <address>', 'where the invitation goes')
    .requiredOption('--name <text>', 'who it is')
    .requiredOption('--role <role>', STAFF_ROLES.join(', '), readRole)
    .option('--language <language>', "of the mail; the utility's own where none is given")
    .option('--json', 'print one JSON document')
    .action(async ({ json, ...given }: InviteOptions) => {
      const sent = await inviteMember(cliActor(), given, new Date())
      print({ json }, sent, () => describeInvitation(sent))
    })
}

function registerList(staff: Command): void {
  staff
    .command('list')
    .description('who works here, and who is invited')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const view = await listStaff(cliActor(), new Date())
      print({ json }, view, () => describeStaff(view))
    })
}

/** A step with one member, named by e-mail. */
function registerStep(staff: Command, name: string, about: string, run: (id: number) => Promise<void>): void {
  staff
    .command(`${name} <email>`)
    .description(about)
    .option('--json', 'print one JSON document')
    .action(async (email: string, { json }: { json?: boolean }) => {
      const { id } = await findMember(email)
      await run(id)
      print({ json }, await findMember(email), () => 'Done.')
    })
}

/** `staff invite|list|deactivate|reset-totp`: also how an installation gets its first administrator. */
export function registerStaff(program: Command): void {
  const staff = program.command('staff').description('who may sign in')
  registerInvite(staff)
  registerList(staff)
  registerStep(staff, 'deactivate', 'let somebody in no more, from their next click', (id) => deactivateMember(cliActor(), id, new Date()))
  registerStep(staff, 'reset-totp', "take somebody's second factor away, as when their phone is lost", (id) =>
    resetFactor(cliActor(), id, new Date()),
  )
}
