import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { prepareLevelTables } from '../../../shared/rules/levels.ts'
import { api } from '../../api.ts'

/** Every score table and the quick look-up in them; empty until they have come. */
export function useScoreTables() {
  const query = useQuery(api.instruments.list.queryOptions({ input: {} }))
  const list = useMemo(() => query.data ?? [], [query.data])
  const lookUp = useMemo(() => prepareLevelTables(list), [list])
  return { list, lookUp, query }
}
