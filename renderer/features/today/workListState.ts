import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { WorkListId } from '../../../shared/rules/workLists.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'

interface Chosen {
  /** Whose work was asked for; null: what fits the roles. */
  of: WorkOf | null
  list: WorkListId | null
}

/** What each person looked at last: coming back from a learner's page finds it so again. */
const remembered = new Map<number, Chosen>()

/**
 * Whose work is asked for unless told: who only teaches has their own classes before them, if there are any.
 * Null while it is not known yet.
 */
export function useUsualWork(): WorkOf | null {
  const { account } = useSession()
  const working = account.roles.filter((role) => role !== 'viewer' && role !== 'administrator')
  const onlyTeaches = working.length === 1 && working[0] === 'instructor'
  const own = useQuery({
    ...api.sections.list.queryOptions({ input: { instructorAccountId: account.id, active: true, limit: 1 } }),
    enabled: onlyTeaches,
  })
  if (!onlyTeaches) return 'everybody'
  if (own.error) return 'everybody'
  return own.data === undefined ? null : own.data.total > 0 ? 'ownClasses' : 'everybody'
}

/** Which list is open and whose work it holds, kept while the page is open. */
export function useWorkListState() {
  const { account } = useSession()
  const usual = useUsualWork()
  const [state, setState] = useState<Chosen>(() => remembered.get(account.id) ?? { of: null, list: null })
  const change = (next: Partial<Chosen>) => {
    const changed = { ...state, ...next }
    remembered.set(account.id, changed)
    setState(changed)
  }
  return {
    of: state.of ?? usual,
    list: state.list,
    setOf: (of: WorkOf) => change({ of }),
    setList: (list: WorkListId) => change({ list }),
  }
}
