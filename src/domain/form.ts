/** A field of a dialog. `note` is only read. A time is a wall clock in Germany. */
export type FormField =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'text' | 'area' | 'time'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly isNeeded?: boolean
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly (readonly [value: string, text: string])[]
      readonly value?: string
    }

/** A dialog as every door shows it. Without `submit` there is only something to read. */
export interface Form {
  /** Opaque; comes back with what was filled in. */
  readonly about: string
  /** At most 24 characters. */
  readonly title: string
  readonly submit?: string
  readonly fields: readonly FormField[]
}
