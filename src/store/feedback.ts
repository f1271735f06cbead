import { cited } from '../domain/citation.ts'
import type { Feedback, Memory } from '../ports-store.ts'
import { bytes, type Files, type Row } from './files.ts'

/** @see the port */
export function openFeedback({ database, seal, now }: Files, memory: Memory): Feedback {
  const record = database.prepare(
    `INSERT INTO feedback (answer, person, at, verdict, reason, note, passages)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (answer, person) DO UPDATE SET
       at = excluded.at, verdict = excluded.verdict, reason = excluded.reason, note = excluded.note,
       passages = CASE excluded.passages WHEN '' THEN passages ELSE excluded.passages END`,
  )
  const list = database.prepare('SELECT * FROM feedback ORDER BY at DESC, number DESC LIMIT ?')
  const toVerdict = (row: Row): ReturnType<Feedback['list']>[number] => {
    const answer = String(row['answer'])
    const note = seal.open(bytes(row['note']), `${answer} note`)
    return {
      answer,
      at: new Date(Number(row['at'])).toISOString(),
      verdict: row['verdict'] === 'up' ? 'up' : 'down',
      passages: String(row['passages']).split('\n').filter(Boolean),
      ...(typeof row['reason'] === 'string' ? { reason: row['reason'] } : {}),
      ...(note === undefined ? {} : { note }),
    }
  }
  return {
    record: ({ answer, person, verdict, reason, note }) => {
      const sealed = note === undefined ? null : seal.close(note, `${answer} note`)
      const passages = passagesOf(memory, answer).join('\n')
      record.run(answer, seal.alias(person), now(), verdict, reason ?? null, sealed, passages)
    },
    list: (limit) => list.all(limit).map(toVerdict),
  }
}

// Named while the answer is still kept: what was wrong with which passage outlives it.
function passagesOf(memory: Memory, answer: string): readonly string[] {
  const sources = memory.findAnswer(answer)?.reply.sources ?? []
  return sources.map(({ citation }) => `${cited(citation).id} ${citation.passage}`)
}
