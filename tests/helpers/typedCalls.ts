import type { ContractRouterClient } from '@orpc/contract'
import type { RouterClient } from '@orpc/server'
import type { router } from '../../db/router.ts'
import type { Contract } from '../../shared/contract/index.ts'

// Interfaces, because the compiler writes their names where it would write out every use case of the app.

/** Typed calls to every use case, straight to a core. */
export interface Api extends RouterClient<typeof router> {}

/** The same over a wire. */
export interface Client extends ContractRouterClient<Contract> {}
