/** What is done after a mutation. */
export interface WhatFollows<Output> {
  onSuccess?: (output: Output) => void
  onError?: (error: Error) => void
}

/**
 * Runs a mutation and then what follows, also when the form is gone by then: what it stood on is read anew first.
 * A failure is kept by the mutation too, for the form to show.
 */
export const runThen =
  <Input, Output>(runAsync: (input: Input) => Promise<Output>) =>
  (input: Input, { onSuccess, onError }: WhatFollows<Output> = {}): void =>
    void runAsync(input).then(onSuccess, (error: Error) => onError?.(error))
