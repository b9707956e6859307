import { contract } from '../../shared/contract/index.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { exportPairs } from './exportPairs.ts'
import { openProposals } from './proposals.ts'
import { reviewList, toldApart } from './reviewList.ts'
import { takeBack, tellApart } from './tellApart.ts'

export const duplicates = {
  count: longQuery(contract.duplicates.count, async ({ db, progress }) => ({
    open: (await openProposals(db, progress)).length,
  })),
  list: query(contract.duplicates.list, ({ input, db, today }) => reviewList(db, input, today)),
  toldApart: query(contract.duplicates.toldApart, ({ input, db, today }) => toldApart(db, input, today)),
  tellApart: command(contract.duplicates.tellApart, tellApart),
  takeBack: command(contract.duplicates.takeBack, takeBack),
  export: longQuery(contract.duplicates.export, exportPairs),
}
