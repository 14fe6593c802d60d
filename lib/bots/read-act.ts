import { isLocale } from '@/lib/i18n/locales'
import { type Act, COMMANDS, type Command } from './bots'

const WITH_ID = ['look', 'follow', 'follow_yes', 'leave', 'leave_yes', 'drop', 'drop_yes'] as const
const SHAPE = /^([a-z_]{1,16})(?::([a-z0-9]{1,10}))?$/
/** The greatest id that the database has. */
const GREATEST = 2_147_483_647

export function isCommand(name: string): name is Command {
  return (COMMANDS as readonly string[]).includes(name)
}

/** What a button's data means: "planned", "follow:12", "speak:uk". Null for what no button of ours says. Pure. */
export function readAct(data: string): Act | null {
  const [, name = '', argument] = SHAPE.exec(data) ?? []
  if (argument === undefined) return isCommand(name) ? { do: name } : null
  if (name === 'speak') return isLocale(argument) ? { do: 'speak', language: argument } : null
  const known = WITH_ID.find((one) => one === name)
  const id = /^\d+$/.test(argument) ? Number(argument) : 0
  return known && id > 0 && id <= GREATEST ? { do: known, id } : null
}
