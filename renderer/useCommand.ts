import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { failureFrom } from './api.ts'
import { runThen } from './runThen.ts'
import { useFailureText, type ShownFailure } from './useFailureText.ts'

interface CommandUtils<Input, Output> {
  mutationOptions(): UseMutationOptions<Output, Error, Input>
}

/**
 * A command of the contract as a mutation. After a success every query that reads what it changed is
 * refetched; after a refusal `failure` holds its words for the form and for each field.
 */
export function useCommand<Input, Output>(useCase: CommandUtils<Input, Output>) {
  const shown = useFailureText()
  const mutation = useMutation(useCase.mutationOptions())
  const failure: ShownFailure | null = mutation.error ? shown(failureFrom(mutation.error)) : null
  const runAsync = mutation.mutateAsync as (input: Input) => Promise<Output>
  return { ...mutation, run: runThen(runAsync), runAsync, failure }
}
