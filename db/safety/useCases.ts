import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { noticeSources } from './noticeSources.ts'

export const safety = {
  notices: query(contract.safety.notices, async (call) =>
    (await Promise.all(noticeSources.map((source) => source(call)))).flat(),
  ),
}
