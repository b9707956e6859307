import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract'
import { implement, type Procedure } from '@orpc/server'
import type { UseCaseMeta } from '../../shared/contract/useCase.ts'
import { writeAuditRows, type AuditNote } from '../audit/writeAuditRows.ts'
import type { Core } from '../core.ts'
import { sightOf } from '../sight/sight.ts'
import type { CallContext, CommandCall, LongWork, QueryCall } from './call.ts'
import { refuseUnlessMayCall } from './guard.ts'
import { inTransaction } from './inTransaction.ts'
import { withProgress } from './progress.ts'
import { typedFailure } from './typedFailure.ts'

type Meta = UseCaseMeta & Record<never, never>
type Contracted<I extends AnySchema, O extends AnySchema, E extends ErrorMap> = ContractProcedure<
  I,
  O,
  E,
  Meta
>
type UseCase<I extends AnySchema, O extends AnySchema, E extends ErrorMap> = Procedure<
  CallContext,
  CallContext,
  I,
  O,
  E,
  Meta
>

/** What a long use case's stream carries at its end. */
type ResultOf<O extends AnySchema> =
  InferSchemaInput<O> extends AsyncIterable<infer Event> ? ResultIn<Event> : never
type ResultIn<Event> = Event extends { type: 'result'; result: infer Result } ? Result : never

interface Handled {
  input: unknown
  context: CallContext
  path: readonly string[]
  signal?: AbortSignal | undefined
}

/** Who may, then parse, then the body; and every refusal leaves as the contract's typed error. */
function useCase<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  handle: (call: Handled) => unknown,
): UseCase<I, O, E> {
  const guarded = implement(procedure, { initialInputValidationIndex: 1, initialOutputValidationIndex: 1 })
    .$context<CallContext>()
    .use(async ({ context, next }) => {
      try {
        refuseUnlessMayCall(procedure['~orpc'].meta, context.core.caller)
        return await next()
      } catch (error) {
        context.core.noteUnforeseen(error)
        throw typedFailure(error)
      }
    })
  return guarded.handler(handle as never) as unknown as UseCase<I, O, E>
}

/** What a body needs to read: all of it belongs to the file that is open as the call begins. */
async function readingCall<Input>(core: Core, meta: UseCaseMeta, input: unknown): Promise<QueryCall<Input>> {
  const { account: caller, file } = core.requireOpen()
  const moment = { today: core.today(), now: core.now() }
  const sight = await sightOf(file.reader, meta, caller)
  return { input: input as Input, core, caller, sight, ...moment, db: file.reader }
}

/** Registers a use case that only reads. */
export function query<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: QueryCall<InferSchemaOutput<I>>) => Promise<InferSchemaInput<O>>,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, context: { core } }) =>
    core.runningCalls.track(
      readingCall<InferSchemaOutput<I>>(core, procedure['~orpc'].meta, input).then(body),
    ),
  )
}

async function runCommand<Input, Result>(
  core: Core,
  meta: UseCaseMeta,
  action: string,
  input: unknown,
  body: (call: CommandCall<Input>) => Promise<Result>,
): Promise<Result> {
  const { account: caller, file } = core.requireOpen()
  const common = { input: input as Input, core, caller, today: core.today(), now: core.now() }
  return inTransaction(file, async (transaction) => {
    const notes: AuditNote[] = []
    const sight = await sightOf(transaction.db, meta, caller)
    const audit = (note: AuditNote) => void notes.push(note)
    const result = await body({ ...common, ...transaction, sight, audit })
    await writeAuditRows(transaction.db, { action, at: common.now, caller }, notes)
    return result
  })
}

/** Registers a use case that writes: one immediate transaction holds the body and its audit rows. */
export function command<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: CommandCall<InferSchemaOutput<I>>) => Promise<InferSchemaInput<O>>,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, path, context: { core } }) =>
    core.runningCalls.track(runCommand(core, procedure['~orpc'].meta, path.join('.'), input, body)),
  )
}

/** Registers a use case that reads for more than a second: progress, then the result. */
export function longQuery<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: QueryCall<InferSchemaOutput<I>> & LongWork) => Promise<ResultOf<O>>,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, signal, context: { core } }) =>
    withProgress(core, signal, async (work) =>
      body({ ...(await readingCall<InferSchemaOutput<I>>(core, procedure['~orpc'].meta, input)), ...work }),
    ),
  )
}

/**
 * Registers a use case that writes for more than a second; cancelled, it leaves nothing behind. `onceWritten`
 * is for long work that can only follow the written transaction, such as writing the file anew: it turns the
 * result into the answer, and what it throws takes nothing back.
 */
export function longCommand<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: CommandCall<InferSchemaOutput<I>> & LongWork) => Promise<ResultOf<O>>,
  onceWritten: (result: ResultOf<O>, core: Core) => Promise<ResultOf<O>> = async (result) => result,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, path, signal, context: { core } }) =>
    withProgress(core, signal, async (work) => {
      const result = await runCommand<InferSchemaOutput<I>, ResultOf<O>>(
        core,
        procedure['~orpc'].meta,
        path.join('.'),
        input,
        (call) => body({ ...call, ...work }),
      )
      return onceWritten(result, core)
    }),
  )
}

/**
 * Registers long work on the program file as a whole. It brings its own transactions and audit rows, because it
 * copies, closes or replaces the file; some of it may be called while no file is open.
 */
export function longFileWork<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: { input: InferSchemaOutput<I>; core: Core } & LongWork) => Promise<ResultOf<O>>,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, signal, context: { core } }) =>
    withProgress(core, signal, (work) => body({ input: input as InferSchemaOutput<I>, core, ...work })),
  )
}

/** Registers what happens around a sign-in, when there may be no open file yet. */
export function beforeSignIn<I extends AnySchema, O extends AnySchema, E extends ErrorMap>(
  procedure: Contracted<I, O, E>,
  body: (call: { input: InferSchemaOutput<I>; core: Core }) => Promise<InferSchemaInput<O>>,
): UseCase<I, O, E> {
  return useCase(procedure, ({ input, context: { core } }) =>
    body({ input: input as InferSchemaOutput<I>, core }),
  )
}
