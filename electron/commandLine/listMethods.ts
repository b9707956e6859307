import * as z from 'zod'
import { methods, type Method } from '../../shared/contract/methods.ts'

/** What a schema cannot say in JSON (a check in code, a file) is left open rather than wrong. */
const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

const described = ({ name, meta, input, output }: Method) => ({
  method: name,
  nature: meta.nature,
  reportsProgress: meta.reportsProgress,
  mayCall: meta.mayCall,
  input: jsonSchema(input, 'input'),
  output: jsonSchema(output, 'output'),
})

/** Every method with its nature, who may call it, and the JSON schemas of input and output; or one of them. */
export const listMethods = (name: string | null) =>
  methods.filter((method) => name === null || method.name === name).map(described)

function names(schema: z.ZodType, io: 'input' | 'output', property: string): boolean {
  return JSON.stringify(jsonSchema(schema, io)).includes(`"${property}":`)
}

/** Whether a method takes a file brought by `files.put`. */
export const takesFile = (method: Method) =>
  method.name === 'files.put' || names(method.input, 'input', 'fileId')

/** Whether a method's result holds a file to fetch by `files.take`. */
export const makesFile = (method: Method) =>
  method.name === 'files.take' || (method.name !== 'files.put' && names(method.output, 'output', 'fileId'))
