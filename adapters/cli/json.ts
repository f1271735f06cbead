import type { Advice } from '../../src/crisis/advice.ts'
import type { Light } from '../../src/crisis/light/ground.ts'
import type { Answer, Told } from '../../src/domain/answer.ts'
import { type Citation, cited } from '../../src/domain/citation.ts'
import { speakerLabel } from '../../src/domain/documents.ts'
import { explain } from '../../src/domain/errors.ts'
import { isSpoken } from '../../src/domain/passage.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { clock } from '../../src/domain/time.ts'
import type { Lit } from '../../src/light-reply.ts'
import type { Hit } from '../../src/ports.ts'
import { toReply } from '../../src/to-reply.ts'
import { toText } from './text.ts'

/** An answer for other programs. Every key is there; what does not apply is null. */
export function answerToJson(answer: Answer): object {
  const text = toText(toReply(answer))
  switch (answer.status) {
    case 'answered':
      return {
        status: answer.status,
        language: answer.question.language,
        writer: answer.writer,
        text,
        claims: answer.claims.map((claim) => ({
          text: claim.text,
          citations: claim.citations.map(citationToJson),
        })),
        dropped: answer.dropped,
        ms: {
          search: rounded(answer.ms.search),
          write: rounded(answer.ms.write),
          total: rounded(answer.ms.total),
        },
      }
    case 'refused':
      return {
        status: answer.status,
        why: answer.why,
        text,
        nearest: answer.nearest.map(citationToJson),
      }
    case 'question':
      return { status: answer.status, text }
    case 'told':
      return toldToJson(answer, text)
  }
}

// For other programs it is an answer like any other, only that it needs no source.
function toldToJson({ question: { language }, about }: Told, text: string): object {
  const ms = { search: 0, write: 0, total: 0 }
  return { status: 'answered', language, writer: 'self', about, text, claims: [], dropped: 0, ms }
}

/** The first steps for other programs; `text` is what a person reads before the answer. */
export function openingToJson(reply: Reply): object {
  const { lead, steps, copy, notes } = reply
  return { lead, steps, copy: copy ?? null, notes, text: toText(reply) }
}

/** A light for other programs: an answer that has its colour beside it. `total` is milliseconds. */
export function litToJson({ light, advice, reply }: Lit, total: number): object {
  return {
    status: 'answered',
    language: reply.language,
    writer: 'light',
    text: toText(reply),
    light: lightToJson(light, advice),
    claims: reply.claims.map(({ text, numbers }) => ({
      text,
      citations: reply.sources
        .filter(({ number }) => numbers.includes(number))
        .map(({ citation }) => citationToJson(citation)),
    })),
    dropped: 0,
    ms: { search: 0, write: rounded(total), total: rounded(total) },
  }
}

/** The colour of a comment, why, what to do first and who decides. */
export function lightToJson({ colour }: Light, { grounds, first, next }: Advice): object {
  return { colour, grounds, first, next }
}

/** A failure for other programs: which, and what to do. */
export function failureToJson(error: unknown): object {
  return { status: 'failed', ...explain(error) }
}

/** A hit for other programs. */
export function hitToJson({ passage, score }: Hit): object {
  const { about, text } = passage
  const spoken = isSpoken(passage)
  return {
    source: about.id,
    kind: about.kind,
    start: spoken ? rounded(passage.cues[0].start) : null,
    end: spoken ? rounded(Math.max(...passage.cues.map((cue) => cue.end))) : null,
    anchor: spoken ? null : passage.section.anchor,
    score: Number(score.toFixed(4)),
    text,
  }
}

function citationToJson(citation: Citation): object {
  const about = cited(citation)
  const spoken = citation.kind === 'episode' ? citation : undefined
  return {
    kind: citation.kind,
    source: about.id,
    show: spoken?.episode.show ?? null,
    title: about.title,
    start: spoken ? rounded(spoken.start) : null,
    end: spoken ? rounded(spoken.end) : null,
    clock: spoken ? clock(spoken.start) : null,
    anchor: citation.kind === 'post' ? citation.anchor : null,
    speaker: spoken ? (speakerLabel(spoken.episode, spoken.speaker) ?? null) : null,
    published: citation.published ?? null,
    example: about.example,
    quote: citation.quote,
    url: citation.url,
  }
}

/** To the thousandth: what interpolation adds beyond says nothing. */
function rounded(value: number): number {
  return Number(value.toFixed(3))
}
