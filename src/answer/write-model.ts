import { z } from 'zod'
import type { Draft, DraftClaim, Evidence } from '../domain/answer.ts'
import { UpstreamError } from '../domain/errors.ts'
import type { PassageId } from '../domain/passage.ts'
import { words } from '../german/words.ts'
import type { Chat } from '../openai.ts'
import type { AnswerWriter } from '../ports.ts'
import { cleanClaim } from './clean.ts'
import { toPrompt } from './prompt.ts'

/** What an answer may hold; more than one screen of a phone nobody reads. */
const limits = { claims: 4, evidence: 3, quoteWords: 30 } as const

// No lengths in the schema: not every provider's grammar knows them, and we cut anyway.
const WrittenDraft = z.object({
  claims: z.array(
    z.object({
      text: z.string(),
      evidence: z.array(z.object({ passage: z.coerce.string(), quote: z.string() })),
    }),
  ),
})

type WrittenClaim = z.infer<typeof WrittenDraft>['claims'][number]

/**
 * Lets a chat model write the claims. It names passages by number and copies words; times, links and
 * whatever else it must not write are taken out here, and nothing is shown before it is verified.
 *
 * A claim on a passage that was not given keeps no evidence, so that it counts as dropped.
 */
export function modelWriter(chat: Chat): AnswerWriter {
  return {
    id: `model:${chat.id}`,
    async write(question, hits, { signal, rejected }) {
      const found = hits.filter(({ follows }) => !follows)
      if (found.length === 0) return { claims: [] }
      const { system, user, passages } = toPrompt(question, found, rejected)
      const written = await chat.complete({ system, user, schema: WrittenDraft }, signal)
      const claims = written.claims.flatMap((claim) => toClaim(claim, passages))
      // It wanted to answer and wrote nothing that may be shown: that is not "I do not know".
      if (written.claims.length > 0 && claims.length === 0) throw rubbish(chat)
      return { claims: claims.slice(0, limits.claims) } satisfies Draft
    },
  } satisfies AnswerWriter
}

function toClaim(claim: WrittenClaim, passages: readonly PassageId[]): readonly DraftClaim[] {
  const text = cleanClaim(claim.text)
  if (text === '') return []
  const evidence = claim.evidence.slice(0, limits.evidence).flatMap(({ passage, quote }) => {
    const id = findPassage(passage, passages)
    return id ? [{ passage: id, quote: shorten(quote) } satisfies Evidence] : []
  })
  return [{ text, evidence }]
}

/** `P2`, `p2`, `[P2]`, `2`: models write them all. */
function findPassage(named: string, passages: readonly PassageId[]): PassageId | undefined {
  const number = /^\W*p?\s?(\d{1,2})\W*$/i.exec(named)?.[1]
  return number === undefined ? undefined : passages[Number(number) - 1]
}

function shorten(quote: string): string {
  const beyond = words(quote)[limits.quoteWords]
  return beyond ? quote.slice(0, beyond.start).trimEnd() : quote
}

function rubbish(chat: Chat): UpstreamError {
  return new UpstreamError('Das Sprachmodell hat nichts geschrieben, das gezeigt werden darf.', {
    fix: 'Bitte ein anderes Modell nehmen (MODEL_NAME), wenn das öfter vorkommt.',
    provider: chat.id,
  })
}
