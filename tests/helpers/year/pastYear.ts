import { fillWithSampleData, yearSize } from '../../../db/sampleData/fillWithSampleData.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { testPassphrase, type testCore } from '../testCore.ts'

/** Who works in the program, each at a desk of their own. */
export const staff = {
  coordinator: { name: 'Rosa Ibarra', roles: ['coordinator'] },
  director: { name: 'Denise Okafor', roles: ['director'] },
  marta: { name: 'Marta Salcedo', roles: ['instructor'] },
  hannah: { name: 'Hannah Weiss', roles: ['instructor'] },
  registrar: { name: 'Tom Becker', roles: ['staff'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>

export type Member = keyof typeof staff

const handedOver = 'a first one, handed over'

/** Fills an empty program with three thousand learners and the year before, and gives its staff accounts. */
export async function fillPastYear({ core, api }: Pick<ReturnType<typeof testCore>, 'core' | 'api'>) {
  const { file, account } = core.requireOpen()
  await file.writer
    .transaction()
    .execute((db) => fillWithSampleData(db, { account, now: core.now(), today: core.today() }, yearSize))
  for (const { name, roles } of Object.values(staff))
    await api.accounts.create({ name, roles: [...roles], language: 'en', passphrase: handedOver })
  for (const { name } of Object.values(staff)) {
    await api.session.signIn({ name, passphrase: handedOver })
    await api.accounts.changePassphrase({ current: handedOver, next: testPassphrase })
  }
}
