import type { Config } from './config.ts'
import { readManual } from './crisis/playbooks.ts'
import { readTemplates } from './crisis/templates.ts'
import type { ApprovalRoles, SelfFacts } from './domain/answer.ts'
import { SourceError } from './domain/errors.ts'

/** As the store has it where nothing is set. */
const usualIncidentDays = 180

/** What holds of this installation; the playbooks are read once, at the first question. */
export function openFacts(config: Config): () => SelfFacts {
  let facts: SelfFacts | undefined
  return () => {
    facts ??= read(config)
    return facts
  }
}

function read({ keepDays, incidentKeepDays, model, embeddings, knowledgeDir }: Config): SelfFacts {
  const approval = approvalIn(knowledgeDir)
  return {
    keepDays,
    incidentKeepDays: incidentKeepDays ?? usualIncidentDays,
    hasModel: model !== undefined,
    isSent: model !== undefined || embeddings !== undefined,
    ...(approval ? { approval } : {}),
  }
}

// A playbook that cannot be used keeps nobody from an answer; whoever opens it is told.
function approvalIn(knowledgeDir: string): ApprovalRoles | undefined {
  try {
    const ids = readTemplates(knowledgeDir).all.map(({ id }) => id)
    const { common } = readManual(new Set(ids), knowledgeDir)
    const step = common.steps.find(({ approve }) => approve !== undefined)
    const role = common.roles[step?.approve ?? '']
    const deputy = common.roles[step?.fallbackApprove ?? '']
    return role ? { role, ...(deputy ? { deputy } : {}) } : undefined
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}
