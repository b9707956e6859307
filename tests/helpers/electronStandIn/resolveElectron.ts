/** Loaded before the built main: its `import … from 'electron'` finds the stand-in. */
import { registerHooks } from 'node:module'

const standIn = new URL('index.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
