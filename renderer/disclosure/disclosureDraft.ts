import type * as z from 'zod'
import type { disclosure } from '../../shared/contract/disclosure.ts'
import type { DisclosureAudience, DisclosurePurpose } from '../../shared/values/disclosures.ts'
import { useDraft } from '../useDraft.ts'

/** For whom something is handed out, while it is being said. */
export interface DisclosureDraft {
  audience: DisclosureAudience
  recipient: string
  purpose: DisclosurePurpose | null
  note: string
}

/** What the use cases take. */
export type DisclosureInput = NonNullable<z.input<typeof disclosure>>

const forThePeopleHere: DisclosureDraft = { audience: 'inside', recipient: '', purpose: null, note: '' }

/** What was said last in this session stands there again: a second export takes one key. */
export const useDisclosureDraft = () => useDraft('disclosure', forThePeopleHere)

/** The draft as the use cases take it. A purpose not chosen yet is refused by them, at its field. */
export function disclosureFrom({ audience, recipient, purpose, note }: DisclosureDraft): DisclosureInput {
  return audience === 'inside' ? { audience, note } : { audience, recipient, purpose: purpose!, note }
}
