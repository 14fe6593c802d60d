import { beforeEach, describe, expect, it } from 'vitest'
import { telegramState } from '../providers/telegram-state'
import { TELEGRAM_UPDATE } from '../providers/telegram-updates'
import { handUpdate } from './bot-chat'
import { contactsOf, followed, roma, withTelegram } from './telegram-lab'

const telegram = withTelegram()

describe('a group', () => {
  const GROUP = -1_001_234_567
  const admin = (text: string, topic?: number) =>
    TELEGRAM_UPDATE.text({ chat: GROUP, user: 71, ...(topic !== undefined && { topic }) }, text)
  const member = (text: string) => TELEGRAM_UPDATE.text({ chat: GROUP, user: 72 }, text)

  beforeEach(() => void telegramState(telegram.provider()).admins.add(71))

  it('is greeted, and enrolled by its admin alone, in the topic where that was said', async () => {
    expect((await handUpdate(TELEGRAM_UPDATE.member({ chat: GROUP, user: 72 }, 'left', 'member')))?.text).toContain('/enrol')
    expect((await handUpdate(member('/enrol Via Roma 1')))?.text).toContain('Solo gli amministratori')
    const asked = await handUpdate(admin('/enrol@preavviso_bot Via Roma 1', 33))
    expect(asked?.fields).toMatchObject({ chat_id: GROUP, message_thread_id: 33 })
    const press = (user: number) => TELEGRAM_UPDATE.press({ chat: GROUP, user, topic: 33 }, asked?.buttons.get('Sì') ?? '')
    expect((await handUpdate(press(72)))?.text).toContain('Solo gli amministratori')
    expect(await followed(GROUP)).toEqual([])
    expect((await handUpdate(press(71)))?.text).toContain('questo gruppo')
    expect(await followed(GROUP)).toMatchObject([{ addressId: roma[0], role: 'resident' }])
    expect(await contactsOf(GROUP)).toMatchObject([{ threadId: 33 }])
  })

  it('is not listened to: people talk, and commands may be for another bot', async () => {
    for (const update of [member('stop'), member('ciao'), member('/enrol@another_bot Via Roma 1'), admin('basta'), member('/nonsense')])
      expect(await handUpdate(update)).toBeNull()
    expect((await handUpdate(member('/planned')))?.text).toContain('Via Roma 1')
    expect((await handUpdate(admin('/add')))?.text).toContain('in privato')
  })

  it('has no admins while Telegram does not say who they are', async () => {
    telegram.provider().behaviour.refuse = [{ recipients: ['getChatMember'], code: 400, message: 'user not found' }]
    expect((await handUpdate(admin('/stop')))?.text).toContain('Solo gli amministratori')
  })

  it('keeps what it follows when it becomes a supergroup', async () => {
    await handUpdate(TELEGRAM_UPDATE.moved(GROUP, -1_009_999))
    expect(await followed(GROUP)).toEqual([])
    expect(await followed(-1_009_999)).toHaveLength(1)
    expect(await handUpdate(TELEGRAM_UPDATE.moved(GROUP, -1_009_999))).toBeNull()
  })

  it('is told on also where the bot was heard to leave the old group first', async () => {
    await handUpdate(TELEGRAM_UPDATE.press({ chat: -8_010, user: 71 }, `follow_yes:${roma[1]}`))
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -8_010, user: 71 }, 'member', 'left'))
    await handUpdate(TELEGRAM_UPDATE.moved(-8_010, -1_008_010))
    expect(await contactsOf(-1_008_010)).toMatchObject([{ state: 'confirmed' }])
  })

  it('that throws the bot out hears no more', async () => {
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -1_009_999, user: 71 }, 'member', 'left'))
    expect(await contactsOf(-1_009_999)).toMatchObject([{ state: 'unreachable', unreachableReason: 'blocked' }])
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -1_009_999, user: 71 }, 'left', 'member'))
    expect(await contactsOf(-1_009_999)).toMatchObject([{ state: 'confirmed' }])
  })
})
