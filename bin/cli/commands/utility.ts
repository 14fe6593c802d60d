import type { Command } from 'commander'
import { setCallCentre } from '@/lib/contacts/set-call-centre'
import type { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'
import { setUpUtility } from '@/lib/utility/set-up-utility'
import { cliActor } from '../actor'
import { print } from '../output'
import { describeUtility } from '../words/utility'

const splitList = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

interface SetOptions {
  name?: string
  sender?: string
  country?: string
  zone?: string
  defaultLanguage?: Locale
  languages?: Locale[]
  services?: Service[]
  phone?: string
  phoneHours?: string
  website?: string
  json?: boolean
}

/** `utility show|set|call-centre`: which utility this installation serves. */
export function registerUtility(program: Command): void {
  const utility = program.command('utility').description('which utility this installation serves')
  utility
    .command('show')
    .description('its settings')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = await getUtility()
      print({ json }, settings, () => describeUtility(settings))
    })
  utility
    .command('call-centre <emails...>')
    .description('the mailboxes that get an e-mail with every wave; those not named get none any more')
    .option('--json', 'print one JSON document')
    .action(async (emails: string[], { json }: { json?: boolean }) => {
      const set = await setCallCentre(cliActor(), { emails }, new Date())
      print({ json }, set, () => set.emails.join('\n'))
    })
  utility
    .command('set')
    .description('set it up, or change it; an empty installation needs all of these')
    .option('--name <text>', 'as residents know it')
    .option('--sender <text>', 'what an SMS shows as its sender: letters and digits, at most 11')
    .option('--country <code>', 'whose rules and holidays hold: IT, LT, UA, …')
    .option('--zone <name>', 'where its clocks are: Europe/Rome')
    .option('--default-language <language>', 'en, it, lt or uk')
    .option('--languages <list>', 'in which it tells people, with commas between them', splitList)
    .option('--services <list>', 'water, heat, power, gas', splitList)
    .option('--phone <number>', 'whom residents call')
    .option('--phone-hours <text>', 'when people answer it, as residents read it: "Mon-Fri 8-18"')
    .option('--website <address>', 'https://…')
    .option('--json', 'print one JSON document')
    .action(async ({ json, ...given }: SetOptions) => {
      if (Object.keys(given).length === 0) throw badInput('nothing_to_set', 'utility')
      await setUpUtility(cliActor(), given, new Date())
      const settings = await getUtility()
      print({ json }, settings, () => describeUtility(settings))
    })
}
