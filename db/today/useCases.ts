import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { overview } from './overview.ts'
import { workLists } from './workLists.ts'

export const today = {
  overview: query(contract.today.overview, async ({ db, today, sight }) => overview(db, today, sight)),
  workLists: query(contract.today.workLists, async ({ db, today, sight }) => workLists(db, today, sight)),
}
