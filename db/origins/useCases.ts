import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { recordOrigins } from './recordOrigins.ts'

export const origins = {
  of: query(contract.origins.of, ({ input, db, sight }) => recordOrigins(db, input, sight)),
}
