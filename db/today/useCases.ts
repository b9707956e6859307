import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { overview } from './overview.ts'

export const today = {
  overview: query(contract.today.overview, async ({ db, today, sight }) => overview(db, today, sight)),
}
