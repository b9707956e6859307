import { api, client } from '../../api.ts'
import { useCommand } from '../../useCommand.ts'

type SetUp = typeof client.program.setUp

/**
 * Sets the program up. `onMade` hears the recovery code before the page learns that somebody is signed in, so
 * that the code is the first thing they see.
 */
export const useSetUp = (onMade: (recoveryCode: string) => void) =>
  useCommand<Parameters<SetUp>[0], Awaited<ReturnType<SetUp>>>({
    mutationOptions: () => ({
      mutationKey: api.program.setUp.mutationKey(),
      mutationFn: async (input) => {
        const made = await client.program.setUp(input)
        onMade(made.recoveryCode)
        return made
      },
    }),
  })
