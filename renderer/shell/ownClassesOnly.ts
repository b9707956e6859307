import { useQuery } from '@tanstack/react-query'
import { reachesOwnClassesOnly } from '../../shared/rules/sight.ts'
import { api } from '../api.ts'
import { useSession } from './session.ts'

/**
 * Whether the person reads only about their own classes, so that lists and counts leave the others out.
 * Null while it is not known yet. The core decides; this only says it.
 */
export function useOwnClassesOnly(): boolean | null {
  const { roles } = useSession().account
  const mayBe = reachesOwnClassesOnly(roles, null, 'ownClasses')
  const settings = useQuery({ ...api.program.settings.queryOptions({ input: {} }), enabled: mayBe })
  if (!mayBe) return false
  return settings.data ? reachesOwnClassesOnly(roles, null, settings.data.instructorScope) : null
}
