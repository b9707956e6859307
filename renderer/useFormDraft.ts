import { useState } from 'react'
import { useDraft } from './useDraft.ts'

/**
 * What is typed into a form in a dialog: a draft until the dialog closes, saved or not. When a lock takes the
 * dialog away, it is there again afterwards; keep with `useDraft` that the dialog is open.
 *
 * @param place what is being filled in, such as `learner 12`
 * @param begin what stands in the form when it opens
 * @param onClose closes the dialog
 */
export function useFormDraft<Draft>(place: string, begin: () => Draft, onClose: () => void) {
  const [start] = useState(begin)
  const [draft, setDraft] = useDraft(place, start)
  const close = () => {
    setDraft(start)
    onClose()
  }
  return { draft, setDraft, close, hasChanges: draft !== start }
}
