import { z } from 'zod'
import type { Reply } from '../domain/reply.ts'
import type { Memory } from '../ports-store.ts'
import { inTransaction } from '../sqlite.ts'
import { bytes, type Files, fromJson, type Row, soon } from './files.ts'
import { openThreads, threadMs } from './threads.ts'

/** @see the port */
export function openMemory(files: Files): Memory {
  const { database, seal, now } = files
  const sql = statements(database)
  const once = <T>(work: () => T): T => soon(files, () => inTransaction(database, work))
  const toText = (id: string, sealed: Row[string] | undefined) =>
    seal.open(bytes(sealed), `${id} question`)
  const erase = (id: string) => {
    for (const statement of [sql.eraseNotes, sql.eraseAnswers, sql.eraseQuestion]) statement.run(id)
  }
  const findAnswer: Memory['findAnswer'] = (id) => {
    const row = sql.find.get(id)
    const reply = row && toReply(seal.open(bytes(row['reply']), `${id} answer`))
    if (!row || !reply) return undefined
    const question = String(row['question'])
    const text = toText(question, row['text'])
    return { question, reply, ...(text === undefined ? {} : { text }), ...wordsOf(row) }
  }
  const lately = (conversation: string) =>
    sql.lately.all(conversation, now() - threadMs).map((row) => String(row['id']))
  return {
    ...openThreads(files),
    ...latest(lately, (id) => findAnswer(id)?.reply),
    remember: ({ id, conversation, message, person, text }) => {
      const sealed = [seal.alias(person), now(), seal.close(text, `${id} question`)] as const
      once(() => sql.remember.run(id, conversation, message, ...sealed))
    },
    earlier: (conversation, limit, except = '') =>
      sql.earlier
        .all(conversation, now() - threadMs, except, limit)
        .flatMap((row) => toText(String(row['id']), row['text']) ?? [])
        .reverse(),
    questionsOf: (person, limit) =>
      sql.ofPerson.all(seal.alias(person), limit).flatMap((row) => {
        const id = String(row['id'])
        const at = new Date(Number(row['asked'])).toISOString()
        const text = toText(id, row['text'])
        return text === undefined ? [] : [{ id, text, at }]
      }),
    keepAnswer: (id, { question, reply, ref }) => {
      const sealed = seal.close(JSON.stringify(reply), `${id} answer`)
      once(() => sql.keep.run(id, question, now(), sealed, ref ?? null))
    },
    setRef: (id, ref) => void once(() => sql.setRef.run(ref, id)),
    findAnswer,
    shownWith: (id, except = '') =>
      passagesOf(findAnswer(id), (place) =>
        sql.around.all(place, now() - threadMs, except).map((row) => findAnswer(String(row['id']))),
      ),
    answerAt: (ref) => {
      const row = sql.at.get(ref) ?? sql.among.get(ref)
      return row && String(row['id'])
    },
    answersTo: (message) =>
      sql.answersTo.all(message).map((row) => ({ id: String(row['id']), ref: String(row['ref']) })),
    findQuestion: (id) => {
      const row = sql.findQuestion.get(id)
      const text = toText(id, row?.['text'])
      if (!row || text === undefined) return undefined
      return { conversation: String(row['conversation']), message: String(row['message']), text }
    },
    forget: (id, person) =>
      once(() => {
        const isTheirs = sql.owned.get(id, seal.alias(person)) !== undefined
        if (isTheirs) erase(id)
        return isTheirs
      }),
    forgetMessage: (message) =>
      once(() => {
        for (const row of sql.ofMessage.all(message)) erase(String(row['id']))
      }),
  }
}

function statements(database: Files['database']) {
  const of = (sql: string) => database.prepare(sql)
  return {
    remember: of(
      'INSERT OR REPLACE INTO questions (id, conversation, message, person, asked, text) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    earlier: of(
      'SELECT id, text FROM questions WHERE conversation = ? AND asked > ? AND id <> ? ORDER BY asked DESC, number DESC LIMIT ?',
    ),
    ofPerson: of(
      'SELECT id, text, asked FROM questions WHERE person = ? ORDER BY asked DESC, number DESC LIMIT ?',
    ),
    keep: of(
      'INSERT OR REPLACE INTO answers (id, question, at, reply, ref) VALUES (?, ?, ?, ?, ?)',
    ),
    setRef: of('UPDATE answers SET ref = ? WHERE id = ?'),
    find: of(
      'SELECT a.*, q.text AS text, q.conversation AS conversation FROM answers a LEFT JOIN questions q ON q.id = a.question WHERE a.id = ?',
    ),
    findQuestion: of('SELECT conversation, message, text FROM questions WHERE id = ?'),
    lately: of(
      'SELECT a.id AS id FROM answers a JOIN questions q ON q.id = a.question WHERE q.conversation = ? AND a.at > ? ORDER BY a.at DESC, a.rowid DESC LIMIT 20',
    ),
    around: of(
      'SELECT a.id AS id FROM answers a JOIN questions q ON q.id = a.question WHERE q.conversation = ? AND a.at > ? AND q.id <> ? ORDER BY a.at DESC LIMIT 50',
    ),
    at: of('SELECT id FROM answers WHERE ref = ?'),
    // Few answers lie in several places: only those are looked through.
    among: of(
      "SELECT id FROM answers WHERE instr(ref, ' ') AND instr(' ' || ref || ' ', ' ' || ? || ' ')",
    ),
    answersTo: of(
      'SELECT a.id AS id, a.ref AS ref FROM answers a JOIN questions q ON q.id = a.question WHERE q.message = ? AND a.ref IS NOT NULL ORDER BY a.number',
    ),
    owned: of('SELECT 1 FROM questions WHERE id = ? AND person = ?'),
    ofMessage: of('SELECT id FROM questions WHERE message = ?'),
    eraseNotes: of(
      'UPDATE feedback SET note = NULL WHERE answer IN (SELECT id FROM answers WHERE question = ?)',
    ),
    eraseAnswers: of('DELETE FROM answers WHERE question = ?'),
    eraseQuestion: of('DELETE FROM questions WHERE id = ?'),
  }
}

/** What every door reads of a reply. */
const Shape = z.looseObject({
  kind: z.string(),
  lead: z.string(),
  steps: z.array(z.unknown()),
  claims: z.array(z.unknown()),
  sources: z.array(z.looseObject({ citation: z.looseObject({ passage: z.string() }) })),
  notes: z.array(z.unknown()),
})
const Kept = z.custom<Reply>((value) => Shape.safeParse(value).success)

// One that another version wrote in another form counts as none: nothing can be done with it.
function toReply(json: string | undefined): Reply | undefined {
  return json === undefined ? undefined : Kept.safeParse(fromJson(json)).data
}

type Answer = ReturnType<Memory['findAnswer']>

/** What the last answers of a conversation, the latest first, tell about it. */
function latest(
  lately: (conversation: string) => readonly string[],
  replyOf: (id: string) => Reply | undefined,
): Pick<Memory, 'lastAnswer' | 'addressOf'> {
  return {
    lastAnswer: (place) => lately(place).find((id) => (replyOf(id)?.sources.length ?? 0) > 0),
    addressOf: (place) =>
      lately(place)
        .map((id) => replyOf(id)?.address)
        .find((address) => address !== undefined),
  }
}

/** What an answer showed, and all others around it to the same words. */
function passagesOf(
  asked: Answer,
  around: (conversation: string) => readonly Answer[],
): readonly string[] {
  if (!asked) return []
  const others = around(asked.conversation ?? '').filter((one) => one?.text === asked.text)
  return [asked, ...others].flatMap(
    (one) => one?.reply.sources.map(({ citation }) => citation.passage) ?? [],
  )
}

function wordsOf({ ref, conversation }: Row) {
  return {
    ...(typeof ref === 'string' ? { ref } : {}),
    ...(typeof conversation === 'string' ? { conversation } : {}),
  }
}
