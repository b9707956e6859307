import { failureFrom } from './api.ts'
import { useToasts } from './ui/Toasts.tsx'
import { useCommand } from './useCommand.ts'
import { useFailureText } from './useFailureText.ts'

/** A command without a form around it, such as an undo: what goes wrong is said in a toast. */
export function useToastedCommand<Input, Output>(useCase: Parameters<typeof useCommand<Input, Output>>[0]) {
  const toasts = useToasts()
  const say = useFailureText()
  const { run, isPending } = useCommand(useCase)
  return {
    isPending,
    run: (input: Input, onSuccess?: (output: Output) => void) =>
      run(input, {
        onSuccess: (output) => onSuccess?.(output),
        onError: (error) => toasts.show({ message: say(failureFrom(error)).message, kind: 'danger' }),
      }),
  }
}
