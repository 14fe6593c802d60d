interface Fields {
  required: Record<string, string[]>
  optional: Record<string, string[]>
}

/** Facts of the Bot API's methods that notices and the bot use, copied; facts.test.ts compares them. Types as the API names them. */
export const TELEGRAM_FACTS: Record<string, Fields> = {
  sendMessage: {
    required: { chat_id: ['Integer', 'String'], text: ['String'] },
    optional: {
      ...{ business_connection_id: ['String'], message_thread_id: ['Integer'], direct_messages_topic_id: ['Integer'] },
      ...{ parse_mode: ['String'], entities: ['Array of MessageEntity'], link_preview_options: ['LinkPreviewOptions'] },
      ...{ disable_notification: ['Boolean'], protect_content: ['Boolean'], allow_paid_broadcast: ['Boolean'] },
      ...{ message_effect_id: ['String'], suggested_post_parameters: ['SuggestedPostParameters'], reply_parameters: ['ReplyParameters'] },
      reply_markup: ['InlineKeyboardMarkup', 'ReplyKeyboardMarkup', 'ReplyKeyboardRemove', 'ForceReply'],
    },
  },
  setWebhook: {
    required: { url: ['String'] },
    optional: {
      ...{ certificate: ['InputFile'], ip_address: ['String'], max_connections: ['Integer'], allowed_updates: ['Array of String'] },
      ...{ drop_pending_updates: ['Boolean'], secret_token: ['String'] },
    },
  },
  deleteWebhook: { required: {}, optional: { drop_pending_updates: ['Boolean'] } },
  getMe: { required: {}, optional: {} },
  getUpdates: {
    required: {},
    optional: { offset: ['Integer'], limit: ['Integer'], timeout: ['Integer'], allowed_updates: ['Array of String'] },
  },
  answerCallbackQuery: {
    required: { callback_query_id: ['String'] },
    optional: { text: ['String'], show_alert: ['Boolean'], url: ['String'], cache_time: ['Integer'] },
  },
  setMyCommands: {
    required: { commands: ['Array of BotCommand'] },
    optional: { scope: ['BotCommandScope'], language_code: ['String'] },
  },
}

/** The schema in ../shared/data has ten methods only; this one is copied from https://core.telegram.org/bots/api#getchatmember. */
export const TELEGRAM_UNLISTED_FACTS: Record<string, Fields> = {
  getChatMember: { required: { chat_id: ['Integer', 'String'], user_id: ['Integer'] }, optional: {} },
}

/** The types of what stands below a message, and of commands. */
export const TELEGRAM_TYPES: Record<string, Fields> = {
  InlineKeyboardMarkup: { required: { inline_keyboard: ['Array of Array of InlineKeyboardButton'] }, optional: {} },
  InlineKeyboardButton: {
    required: { text: ['String'] },
    optional: {
      ...{ icon_custom_emoji_id: ['String'], style: ['String'], url: ['String'], callback_data: ['String'], web_app: ['WebAppInfo'] },
      ...{ login_url: ['LoginUrl'], switch_inline_query: ['String'], switch_inline_query_current_chat: ['String'] },
      ...{ switch_inline_query_chosen_chat: ['SwitchInlineQueryChosenChat'], copy_text: ['CopyTextButton'] },
      ...{ callback_game: ['CallbackGame'], pay: ['Boolean'] },
    },
  },
  ReplyKeyboardMarkup: {
    required: { keyboard: ['Array of Array of KeyboardButton'] },
    optional: {
      ...{ is_persistent: ['Boolean'], resize_keyboard: ['Boolean'], one_time_keyboard: ['Boolean'] },
      ...{ input_field_placeholder: ['String'], selective: ['Boolean'] },
    },
  },
  KeyboardButton: {
    required: { text: ['String'] },
    optional: {
      ...{ icon_custom_emoji_id: ['String'], style: ['String'], request_users: ['KeyboardButtonRequestUsers'] },
      ...{ request_chat: ['KeyboardButtonRequestChat'], request_managed_bot: ['KeyboardButtonRequestManagedBot'] },
      ...{ request_contact: ['Boolean'], request_location: ['Boolean'], request_poll: ['KeyboardButtonPollType'], web_app: ['WebAppInfo'] },
    },
  },
  BotCommand: { required: { command: ['String'], description: ['String'] }, optional: {} },
  LinkPreviewOptions: {
    required: {},
    optional: {
      ...{ is_disabled: ['Boolean'], url: ['String'], prefer_small_media: ['Boolean'], prefer_large_media: ['Boolean'] },
      show_above_text: ['Boolean'],
    },
  },
}

export const TELEGRAM_LONGEST_TEXT = 4096
/** Bytes of a button's data. */
export const TELEGRAM_LONGEST_DATA = 64
