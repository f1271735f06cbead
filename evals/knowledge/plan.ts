/** The key statements of the plan, in its order. */
export function plannedStatements(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).flatMap(([source, count]) =>
    Array.from({ length: count }, (_, at) => ({ source, id: `${source.toUpperCase()}.${at + 1}` })),
  )
}
