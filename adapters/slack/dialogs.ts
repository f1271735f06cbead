import type { Reply, ShownSource } from '../../src/domain/reply.ts'
import type { ExcerptLine } from '../../src/excerpt.ts'
import { openable } from '../../src/links.ts'
import { showingOf, toMessages } from './blocks.ts'
import type { Labels } from './labels.ts'
import { cut } from './markup.ts'
import { type Block, link, plain, rich, section, small, words } from './rich.ts'

/** A dialog, as `views.open` takes it. */
export type View = Block

interface Frame {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly close: string
}

/** Slack shows a title of at most 24 characters and 100 blocks. */
export function dialog({ title, blocks, close }: Frame): View {
  return {
    type: 'modal',
    title: plain(cut(title, 24)),
    close: plain(close),
    blocks: blocks.slice(0, 100),
  }
}

/** The cited words with what was said before and after them. */
export function placeDialog(source: ShownSource, lines: readonly ExcerptLine[], say: Labels): View {
  const url = openable(source.citation.url)
  const head = rich(section(words(source.line)))
  const way = url ? [rich(section(link(url, say.open)))] : []
  const gone = lines.length === 0 ? [rich(section(words(source.citation.quote)))] : []
  const blocks = [head, ...lines.map(toBlock), ...gone, ...way]
  return dialog({ title: say.place(source.number), blocks, close: say.close })
}

function toBlock({ at, speaker, text, isCited }: ExcerptLine): Block {
  const head = [at, speaker].filter(Boolean).join(' · ')
  return rich(section(words(`${head}\n`, 'italic'), isCited ? words(text, 'bold') : words(text)))
}

/** Something is on its way. */
export function waitingDialog(say: Labels): View {
  return dialog({ title: say.draft, blocks: [small(say.drafting)], close: say.close })
}

/** A reply in a dialog: nothing of it is posted, nothing in it can be pressed. */
export function replyDialog(title: string, reply: Reply, say: Labels): View {
  const messages = toMessages({ ...reply, kind: 'notice' }, showingOf('dialog', reply, true))
  return dialog({ title, blocks: messages.flatMap(({ blocks }) => blocks), close: say.close })
}

/** Why an answer was not helpful. `id` of the answer travels with the dialog. */
export function feedbackDialog(id: string, say: Labels): View {
  const options = Object.entries(say.reasons).map(([value, text]) => ({ text: plain(text), value }))
  const reason = {
    type: 'input',
    block_id: 'reason',
    label: plain(say.reason),
    element: { type: 'radio_buttons', action_id: 'reason', options },
  }
  const note = {
    type: 'input',
    block_id: 'note',
    optional: true,
    label: plain(say.note),
    hint: plain(say.noteHint),
    element: { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 500 },
  }
  return {
    ...dialog({ title: say.feedback, blocks: [reason, note], close: say.cancel }),
    callback_id: 'feedback',
    private_metadata: id,
    submit: plain(say.send),
  }
}
