import type { CopyText, Reply, ShownSource } from '../../src/domain/reply.ts'
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
  const { kind, quote } = source.citation
  const gone = lines.length === 0 ? [rich(section(words(quote)))] : []
  const shown = lines.map((line) => {
    // The number of a post's section stands above already.
    const at = kind === 'post' ? '' : line.at
    return toBlock({ ...line, at }, quote, say)
  })
  return dialog({
    title: say.place(source.number),
    blocks: [head, ...shown, ...gone, ...way],
    close: say.close,
  })
}

// Bold is not read aloud: the head says it as well.
function toBlock({ at, speaker, text, isCited }: ExcerptLine, quote: string, say: Labels): Block {
  const head = [at, speaker, isCited ? say.cited : ''].filter(Boolean).join(' · ')
  const above = head ? [words(`${head}\n`, 'italic')] : []
  return rich(section(...above, ...(isCited ? marked(text, quote) : [words(text)])))
}

/** The quote in its line; all of the line where the quote runs over its ends. */
function marked(text: string, quote: string): readonly Block[] {
  const start = text.indexOf(quote)
  if (start < 0) return [words(text, 'bold')]
  const end = start + quote.length
  const [before, after] = [text.slice(0, start), text.slice(end)]
  return [
    ...(before ? [words(before)] : []),
    words(quote, 'bold'),
    ...(after ? [words(after)] : []),
  ]
}

/** Something is on its way. */
export function waitingDialog(say: Labels): View {
  return dialog({ title: say.draft, blocks: [small(say.drafting)], close: say.close })
}

/** A reply in a dialog: nothing of it is posted; what is there to be copied can be changed first. */
export function replyDialog(title: string, reply: Reply, say: Labels): View {
  const { copy, ...rest } = reply
  if (!copy) return dialog({ title, blocks: blocksOf(reply), close: say.close })
  const upper = { ...rest, claims: [], sources: [], notes: [], disclosure: '' }
  const lower = { ...rest, lead: rest.claims.length > 0 ? say.said : '', steps: [] }
  return copying(title, [...blocksOf(upper), copyField(copy, say), ...blocksOf(lower)], say)
}

function blocksOf(reply: Reply): readonly Block[] {
  const showing = { ...showingOf('dialog', reply, true), isDialog: true }
  return toMessages(reply, showing).flatMap(({ blocks }) => blocks)
}

/** A text to copy, alone. */
export function copyDialog(copy: CopyText, say: Labels): View {
  return copying(say.copy, [copyField(copy, say)], say)
}

// Slack wants a button to send a field with; what it sends is not looked at.
function copying(title: string, blocks: readonly Block[], say: Labels): View {
  const frame = dialog({ title, blocks, close: say.close })
  return { ...frame, callback_id: 'copy', submit: plain(say.done) }
}

// On a phone words in a dialog cannot be marked; in a field they can, and be changed.
function copyField({ title, text }: CopyText, say: Labels): Block {
  return {
    type: 'input',
    block_id: 'copy',
    label: plain(cut(title, 150)),
    hint: plain(say.copyHint),
    element: {
      type: 'plain_text_input',
      action_id: 'copy',
      multiline: true,
      initial_value: cut(text, 3000),
    },
  }
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
