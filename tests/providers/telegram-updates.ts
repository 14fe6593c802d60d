/** Updates as Telegram makes them, each with a number of its own. */
let lastUpdate = 500_000
let lastMessage = 1_000

const now = () => Math.floor(Date.now() / 1000)
const somebody = (id: number, language?: string) => ({
  id,
  is_bot: false,
  first_name: 'Somebody',
  ...(language && { language_code: language }),
})
const BOT = { id: 110201543, is_bot: true, first_name: 'Preavviso', username: 'preavviso_bot' }

export interface Place {
  /** Whose chat, or the group's. */
  chat: number
  /** Who speaks; in a private chat the chat itself. */
  user?: number
  /** Of a group. */
  topic?: number
  language?: string
}

function chatOf({ chat, user = chat, topic, language }: Place) {
  const isGroup = chat < 0
  return {
    message_id: ++lastMessage,
    date: now(),
    from: somebody(user, language),
    chat: isGroup
      ? { id: chat, type: 'supergroup', title: 'Building', is_forum: topic !== undefined }
      : { id: chat, type: 'private', first_name: 'Somebody' },
    ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
  }
}

const update = (content: object) => ({ update_id: ++lastUpdate, ...content })

export const TELEGRAM_UPDATE = {
  text: (place: Place, text: string) => update({ message: { ...chatOf(place), text } }),
  edited: (place: Place, text: string) => update({ edited_message: { ...chatOf(place), edit_date: now(), text } }),
  location: (place: Place, longitude: number, latitude: number) =>
    update({ message: { ...chatOf(place), location: { longitude, latitude } } }),
  content: (place: Place, content: object) => update({ message: { ...chatOf(place), ...content } }),
  press: (place: Place, data: string) =>
    update({
      callback_query: {
        ...{
          id: String(4_382_000_000_000 + lastUpdate),
          from: somebody(place.user ?? place.chat, place.language),
          data,
          chat_instance: '-3877',
        },
        message: { ...chatOf(place), from: BOT, text: 'What would you like to do?' },
      },
    }),
  member: (place: Place, from: string, to: string) => {
    const { chat, date, from: who } = chatOf(place)
    const change = { old_chat_member: { user: BOT, status: from }, new_chat_member: { user: BOT, status: to, until_date: 0 } }
    return update({ my_chat_member: { chat, date, from: who, ...change } })
  },
  moved: (from: number, to: number) =>
    update({ message: { ...chatOf({ chat: from }), chat: { id: from, type: 'group', title: 'Building' }, migrate_to_chat_id: to } }),
}
