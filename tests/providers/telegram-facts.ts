/** Facts of the Bot API's methods that a sender of notices uses, copied; facts.test.ts compares them. Types as the API names them. */
export const TELEGRAM_FACTS: Record<string, { required: Record<string, string[]>; optional: Record<string, string[]> }> = {
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
}

export const TELEGRAM_LONGEST_TEXT = 4096
