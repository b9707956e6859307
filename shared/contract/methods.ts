import { getEventIteratorSchemaDetails, isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import type * as z from 'zod'
import { contract } from './index.ts'
import type { UseCaseMeta } from './useCase.ts'

/** One use case of the contract by its full name (`learners.list`). */
export interface Method {
  name: string
  meta: UseCaseMeta
  input: z.ZodType
  /** What it ends with; a long use case's progress is left out. */
  output: z.ZodType
}

function endOf(stream: unknown): z.ZodType {
  const [, ending] = (stream as z.ZodUnion<[z.ZodType, z.ZodObject<{ result: z.ZodType }>]>).options
  return ending.shape.result
}

function methodOf(name: string, procedure: AnyContractProcedure): Method {
  const { meta, inputSchema, outputSchema } = procedure['~orpc']
  const stream = getEventIteratorSchemaDetails(outputSchema)
  return {
    name,
    meta: meta as UseCaseMeta,
    input: inputSchema as z.ZodType,
    output: stream ? endOf(stream.yields) : (outputSchema as z.ZodType),
  }
}

function methodsUnder(part: object, path: readonly string[]): Method[] {
  return Object.entries(part).flatMap(([key, value]: [string, object]) =>
    isContractProcedure(value)
      ? [methodOf([...path, key].join('.'), value)]
      : methodsUnder(value, [...path, key]),
  )
}

/** Every use case of the contract, in its order. */
export const methods: readonly Method[] = methodsUnder(contract, [])
