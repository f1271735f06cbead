import { z } from 'zod'
import { UpstreamError } from '../domain/errors.ts'
import { retryAfter } from './patience.ts'

/** Who failed: its host for people, its variables for the operator. */
export interface Endpoint {
  readonly host: string
  readonly kind: 'model' | 'embeddings'
}

/** What an endpoint said no with. `text` is for recognising the reason, never for showing. */
export interface Refusal {
  readonly status: number
  readonly text: string
  readonly retryAfterSeconds: number | undefined
}

const Foreign = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  code: z.unknown().optional(),
  status: z.number().optional().catch(undefined),
  headers: z.instanceof(Headers).optional().catch(undefined),
  error: z.unknown().optional(),
  cause: z.unknown().optional(),
})

type Foreign = z.infer<typeof Foreign>

/** The refusal in an error of the SDK; `undefined` when the endpoint did not answer at all. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (const layer of layersOf(error)) {
    if (layer.status === undefined) continue
    const text = `${layer.message} ${JSON.stringify(layer.error ?? '')}`
    return { status: layer.status, text, retryAfterSeconds: retryAfter(layer.headers) }
  }
  return undefined
}

/** The codes of an error and of what caused it, such as `ECONNREFUSED`. */
function codesIn(error: unknown): readonly string[] {
  return layersOf(error).flatMap(({ code }) => (typeof code === 'string' ? [code] : []))
}

function layersOf(error: unknown): readonly Foreign[] {
  const layers: Foreign[] = []
  for (let next = error; layers.length < 5; ) {
    const layer = Foreign.safeParse(next)
    if (!layer.success) break
    layers.push(layer.data)
    next = layer.data.cause
  }
  return layers
}

interface Finding {
  readonly what: string
  readonly fix: string
  readonly retryable?: boolean
}

const names = {
  model: {
    who: 'Das Sprachmodell',
    url: 'MODEL_URL',
    name: 'MODEL_NAME',
    key: 'MODEL_KEY',
    time: 'MODEL_TIMEOUT_MS',
  },
  embeddings: {
    who: 'Der Vektordienst',
    url: 'EMBEDDINGS_URL',
    name: 'EMBEDDINGS_MODEL',
    key: 'EMBEDDINGS_KEY',
    time: 'EMBEDDINGS_TIMEOUT_MS',
  },
} as const

type Names = (typeof names)['model' | 'embeddings']

/**
 * Any error of the SDK, the network or our own checks as one of ours.
 *
 * The foreign error is not kept as a cause: its text may hold the question or part of a key.
 */
export function toUpstream(error: unknown, endpoint: Endpoint, isLate: boolean): UpstreamError {
  if (error instanceof UpstreamError) return error
  const own = names[endpoint.kind]
  const refusal = isLate ? undefined : refusalIn(error)
  const finding = isLate ? late(own) : refusal ? refused(refusal, own) : unanswered(error, own)
  return new UpstreamError(`${own.who} (${endpoint.host}) ${finding.what}.`, {
    fix: finding.fix,
    provider: endpoint.host,
    status: refusal?.status,
    retryAfterSeconds: refusal?.retryAfterSeconds,
    retryable: finding.retryable ?? false,
  })
}

/** An answer that came and is of no use. */
export function unusable(
  endpoint: Endpoint,
  why: 'cut' | 'filtered' | 'rubbish' | 'vectors',
): UpstreamError {
  const own = names[endpoint.kind]
  const { what, fix } = {
    cut: {
      what: 'wurde mitten in der Antwort abgeschnitten',
      fix: 'Bitte MODEL_MAX_TOKENS erhöhen oder ein Modell ohne Denkschritte nehmen.',
    },
    filtered: {
      what: 'hat die Antwort zurückgehalten (Inhaltsfilter)',
      fix: 'Bitte den Filter beim Anbieter prüfen oder ein anderes Modell nehmen.',
    },
    rubbish: {
      what: 'hat nicht im verlangten Format geantwortet',
      fix: 'Bitte ein Modell mit strukturierter Ausgabe nehmen (MODEL_NAME).',
    },
    vectors: {
      what: 'hat keine brauchbaren Vektoren geschickt',
      fix: 'Bitte EMBEDDINGS_MODEL prüfen: Es muss ein Modell für Embeddings sein.',
    },
  }[why]
  return new UpstreamError(`${own.who} (${endpoint.host}) ${what}.`, {
    fix,
    provider: endpoint.host,
  })
}

function late(own: Names): Finding {
  return {
    what: 'hat nicht rechtzeitig geantwortet',
    fix: `Bitte noch einmal versuchen; dauert es immer so lange, ${own.time} erhöhen.`,
    retryable: true,
  }
}

function refused({ status, text, retryAfterSeconds }: Refusal, own: Names): Finding {
  const said = `(${status})`
  if (isTooLong(text)) {
    return {
      what: `kann so viel Text nicht auf einmal lesen ${said}`,
      fix: 'Bitte ein Modell mit mindestens 8.000 Token Kontext nehmen oder den Kontext erhöhen.',
    }
  }
  if (/insufficient_quota|billing|credit balance|payment required/i.test(text) || status === 402) {
    return { what: `hat kein Guthaben mehr ${said}`, fix: 'Bitte beim Anbieter aufladen.' }
  }
  if (isFiltered(text)) {
    return { what: `hat die Anfrage zurückgewiesen (Inhaltsfilter)`, fix: 'Bitte anders fragen.' }
  }
  switch (status) {
    case 401:
    case 403:
      return {
        what: `nimmt den Schlüssel nicht an ${said}`,
        fix: `Bitte ${own.key} oder OPENAI_API_KEY prüfen.`,
      }
    case 404:
      return {
        what: `kennt das Modell oder die Adresse nicht ${said}`,
        fix: `Bitte ${own.name} und ${own.url} prüfen; die Adresse endet meist auf /v1, bei Ollama fehlt oft „ollama pull“.`,
      }
    case 429: {
      const wait = Math.ceil(retryAfterSeconds ?? 60)
      const fix = `Bitte ${wait} Sekunden warten oder das Limit beim Anbieter erhöhen.`
      return { what: `hat sein Limit erreicht ${said}`, fix, retryable: true }
    }
    default:
      return otherwise(status, own)
  }
}

function otherwise(status: number, own: Names): Finding {
  const said = `(${status})`
  if (status < 400) {
    const fix = `Bitte in ${own.url} die Adresse eintragen, auf die umgeleitet wird.`
    return { what: `leitet auf eine andere Adresse um ${said}`, fix }
  }
  if (status === 408 || status >= 500) {
    const fix = 'Bitte in ein paar Minuten noch einmal versuchen.'
    return { what: `hat eine Störung ${said}`, fix, retryable: true }
  }
  const fix = `Bitte ${own.name} und ${own.url} prüfen.`
  return { what: `lehnt die Anfrage ab ${said}`, fix }
}

function unanswered(error: unknown, own: Names): Finding {
  const [code = ''] = codesIn(error).toReversed()
  if (/CERT|SELF_SIGNED|UNABLE_TO|TLS/.test(code)) {
    const fix = 'Bitte die eigene Zertifizierungsstelle in NODE_EXTRA_CA_CERTS angeben.'
    return { what: `zeigt ein Zertifikat, dem dieser Rechner nicht traut (${code})`, fix }
  }
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/.test(code)) {
    const fix = `Bitte prüfen, ob der Dienst läuft und ${own.url} stimmt; hinter einem Proxy auch HTTPS_PROXY.`
    return { what: `ist nicht erreichbar (${code})`, fix, retryable: true }
  }
  if (/SOCKET|ECONNRESET|EPIPE|HTTP|UND_ERR/.test(code)) {
    const fix = 'Bitte noch einmal versuchen.'
    return { what: 'hat die Verbindung mitten in der Antwort getrennt', fix, retryable: true }
  }
  const fix = `Bitte prüfen, ob ${own.url} auf eine OpenAI-kompatible Schnittstelle zeigt.`
  return { what: 'hat etwas geantwortet, das nicht zu lesen ist', fix }
}

/** Whether a refusal means: more text than the model can read. */
export function isTooLong(text: string): boolean {
  return /context[_ ](?:length|window|size)|maximum context|n_ctx|prompt is too long|too many tokens/i.test(
    text,
  )
}

/** Whether a refusal means: the provider's filter did not like it. */
export function isFiltered(text: string): boolean {
  return /content_filter|content management policy|responsibleai/i.test(text)
}
