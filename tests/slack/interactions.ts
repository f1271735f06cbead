import type { Workspace } from './payloads.ts'
import type { Fields } from './state.ts'

/** Form fields of a slash command, for `deliverForm` as they are. */
export function slashCommand(
  slack: Workspace,
  given: {
    readonly command: string
    readonly text: string
    readonly user: string
    readonly channel: string
  },
): Readonly<Record<string, string>> {
  const { channel, user } = given
  return {
    token: 'verification-token',
    team_id: slack.team,
    team_domain: 'musterstadt',
    channel_id: channel,
    channel_name: channel.startsWith('D') ? 'directmessage' : 'krisenstab',
    user_id: user,
    user_name: user.toLowerCase(),
    command: given.command,
    text: given.text,
    api_app_id: slack.appId,
    is_enterprise_install: 'false',
    response_url: slack.newResponseUrl({ channel, user }),
    trigger_id: slack.newTrigger(),
  }
}

/** A message shortcut was chosen on somebody's message. */
export function messageShortcut(
  slack: Workspace,
  given: {
    readonly callbackId: string
    readonly message: { readonly ts: string; readonly text: string; readonly user: string }
    readonly channel: string
    readonly user: string
  },
): Fields {
  const { channel, user, message } = given
  return {
    ...toInteraction(slack, 'message_action', user),
    callback_id: given.callbackId,
    action_ts: slack.nextTs(),
    message_ts: message.ts,
    message: { type: 'message', team: slack.team, ...message },
    channel: { id: channel, name: 'krisenstab' },
    response_url: slack.newResponseUrl({ channel, user }),
  }
}

/** A button was pressed or something was chosen, in a message or in a view. */
export interface Acted {
  readonly actionId: string
  readonly user: string
  readonly blockId?: string
  readonly value?: string
  readonly selectedOption?: { readonly text: string; readonly value: string }
  readonly selectedUser?: string
  /** Where the message is; left out for actions in a view. */
  readonly channel?: string
  readonly messageTs?: string
  readonly threadTs?: string
  readonly view?: Fields
}

export function blockActions(slack: Workspace, acted: Acted): Fields {
  const place = acted.view ? toViewPlace(acted.view) : toMessagePlace(slack, acted)
  return {
    ...toInteraction(slack, 'block_actions', acted.user),
    ...place,
    state: { values: {} },
    actions: [toAction(slack, acted)],
  }
}

function toViewPlace(view: Fields): Fields {
  return { container: { type: 'view', view_id: view['id'] }, view }
}

function toMessagePlace(slack: Workspace, acted: Acted): Fields {
  const { channel = 'C0STAB001', messageTs = slack.nextTs(), threadTs, user } = acted
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs }
  const target = { channel, user, messageTs, ...(threadTs === undefined ? {} : { threadTs }) }
  return {
    container: {
      type: 'message',
      message_ts: messageTs,
      channel_id: channel,
      is_ephemeral: false,
      ...thread,
    },
    channel: { id: channel, name: 'krisenstab' },
    message: {
      type: 'message',
      bot_id: slack.botId,
      user: slack.botUser,
      app_id: slack.appId,
      team: slack.team,
      ts: messageTs,
      text: '',
      ...thread,
    },
    response_url: slack.newResponseUrl(target),
  }
}

function toAction(slack: Workspace, acted: Acted): Fields {
  const common = {
    action_id: acted.actionId,
    block_id: acted.blockId ?? 'block',
    action_ts: slack.nextTs(),
  }
  if (acted.selectedUser !== undefined) {
    return { ...common, type: 'users_select', selected_user: acted.selectedUser }
  }
  if (acted.selectedOption) {
    const { text, value } = acted.selectedOption
    const option = { text: { type: 'plain_text', text, emoji: true }, value }
    return { ...common, type: 'static_select', selected_option: option }
  }
  const text = { type: 'plain_text', text: acted.actionId, emoji: true }
  return { ...common, type: 'button', text, ...(acted.value ? { value: acted.value } : {}) }
}

/** A modal was sent off; `values` is what Slack puts under `view.state.values`. */
export function viewSubmission(
  slack: Workspace,
  given: {
    readonly callbackId: string
    readonly user: string
    readonly values?: Fields
    readonly privateMetadata?: string
    readonly viewId?: string
  },
): Fields {
  const id = given.viewId ?? slack.nextId('V')
  return {
    ...toInteraction(slack, 'view_submission', given.user),
    view: {
      id,
      root_view_id: id,
      previous_view_id: null,
      team_id: slack.team,
      app_id: slack.appId,
      bot_id: slack.botId,
      type: 'modal',
      title: { type: 'plain_text', text: 'Formular', emoji: true },
      blocks: [],
      callback_id: given.callbackId,
      private_metadata: given.privateMetadata ?? '',
      state: { values: given.values ?? {} },
      hash: '1763882901.abcdef',
      external_id: '',
    },
    response_urls: [],
  }
}

function toInteraction(slack: Workspace, type: string, user: string): Fields {
  return {
    type,
    token: 'verification-token',
    api_app_id: slack.appId,
    team: { id: slack.team, domain: 'musterstadt' },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: slack.team },
    trigger_id: slack.newTrigger(),
  }
}
